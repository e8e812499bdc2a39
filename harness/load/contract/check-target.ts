import type { Encoded } from '../../model/value.ts'
import { loneName } from '../../language/substitute.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, textOf } from '../look.ts'
import { choiceOf, suggest } from '../nearest.ts'
import type { Scope } from './scope.ts'
import type { WrittenStep } from './steps.ts'

interface Target extends WrittenStep {
  readonly scope: Scope
  readonly clients: readonly string[]
  readonly complain: Complain
}

/** Who acts: a client or a kept value that `on` names, the client whose address is called, or the caller of a function. */
export function checkTarget(target: Target): void {
  const { step, inside } = target
  if (inside !== undefined) return checkCaller(target, inside)
  if (fieldOf(step, 'http') !== undefined) return checkAddress(target)
  checkOwner(target)
}

/** `on` names a client or a kept value; it may be left out where there is only one client. */
function checkOwner({ step, path, scope, clients, complain }: Target): void {
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

/** A raw request goes to the address of a client. */
function checkAddress({ step, path, clients, complain }: Target): void {
  const on = fieldOf(step, 'on')
  if (typeof on !== 'string' || clients.includes(on)) return
  complain({ path: [...path, 'on'], seen: `\`${on}\`, which is no client`, wanted: suggest(on, clients) })
}

/** Said once for all the steps that one function performs. */
function checkCaller({ path, clients, complain }: Target, inside: Encoded): void {
  const by = fieldOf(inside, 'by')
  if (typeof by !== 'string' || by === 'http' || clients.includes(by) || path.at(-1) !== 0) return
  const wanted = suggest(by, [...clients, 'http'])
  complain({ path: [...path.slice(0, -2), 'inside', 'by'], seen: `\`${by}\`, which is no client`, wanted })
}
