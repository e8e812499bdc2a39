import type { Encoded } from '../../model/value.ts'
import { loneName } from '../../language/substitute.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, textOf } from '../look.ts'
import { choiceOf, suggest } from '../nearest.ts'
import type { Path } from '../yaml/path.ts'
import type { Scope } from './scope.ts'

/** `on` names a client or a kept value; it may be left out where there is only one client. */
export function checkTarget({
  step,
  path,
  scope,
  clients,
  complain,
}: {
  step: Encoded
  path: Path
  scope: Scope
  clients: readonly string[]
  complain: Complain
}): void {
  const method = textOf(fieldOf(step, 'call')) ?? textOf(fieldOf(step, 'read'))
  if (method === undefined) return
  const kept = [...scope].flatMap(([name, bound]) => (bound.kind === 'kept' ? [name] : []))
  const on = fieldOf(step, 'on')
  const callsKept = scope.get(loneName(method) ?? '')?.kind === 'kept'
  if (on === undefined && (callsKept || clients.length < 2)) return
  const targets = [...clients, ...kept]
  if (on === undefined) {
    complain({ path, seen: 'no `on`, though there are several clients', wanted: `\`on\`: ${choiceOf(targets)}` })
    return
  }
  if (typeof on !== 'string' || targets.includes(on) || scope.get(on)?.kind === 'unknown') return
  const bare = loneName(on)
  const wanted = bare !== undefined && targets.includes(bare) ? `the name itself: \`${bare}\`` : suggest(on, targets)
  complain({ path: [...path, 'on'], seen: `\`${on}\`, which is neither a client nor kept by an earlier step`, wanted })
}
