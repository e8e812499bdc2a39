import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import type { Path } from '../yaml/path.ts'
import { actionsOfStep } from './actions.ts'
import { checkTarget } from './check-target.ts'
import { scan } from './scan.ts'
import type { Finding } from './scan.ts'
import { misuseOf } from './scope.ts'
import type { Scope } from './scope.ts'
import { slotsOfData, slotsOfStep, slotsOfWorld } from './slots.ts'
import type { Slot } from './slots.ts'
import { stepsOf } from './steps.ts'

/** Which of its names a contract uses, and which callbacks it hands in. */
export interface Usage {
  readonly used: ReadonlySet<string>
  readonly callbacks: ReadonlySet<string>
}

/** Reads a contract in the order in which it is judged: every name is bound before it is used, and once. */
export function checkNames({
  contract,
  scope,
  clients,
  complain,
}: {
  contract: Encoded
  scope: Scope
  clients: readonly string[]
  complain: Complain
}): Usage {
  const used = new Set<string>()
  const callbacks = new Set(callbacksInData(contract))
  const visit = (slot: Slot): void => {
    const kept: Extract<Finding, { kind: 'keep' | 'callback' }>[] = []
    for (const found of scan(slot)) {
      if (found.kind === 'callback') callbacks.add(found.name)
      if (found.kind === 'keep') kept.push(found)
      if (found.kind !== 'name') continue
      used.add(found.name.split('.')[0] as string)
      checkUse({ found, scope, complain })
    }
    for (const { name, path } of kept) bindKept({ name, path, scope, clients, complain })
  }
  slotsOfWorld(contract).forEach(visit)
  for (const written of stepsOf(contract)) {
    for (const action of actionsOfStep(written)) checkTarget({ ...action, scope, clients, complain })
    slotsOfStep(written.step, written.path).forEach(visit)
  }
  return { used, callbacks }
}

function checkUse({
  found,
  scope,
  complain,
}: {
  found: Extract<Finding, { kind: 'name' }>
  scope: Scope
  complain: Complain
}): void {
  const { name, path, part, mode } = found
  const misuse = misuseOf(name, scope)
  if (misuse !== undefined) return complain({ path, part, ...misuse })
  const bound = scope.get(name.split('.')[0] as string)
  if (mode !== 'value' || bound?.kind !== 'values' || !bound.matchers) return
  const seen = `\`\${${name}}\`, which stands for a matcher, where a value goes in`
  complain({ path, part, seen, wanted: 'a name that stands for values; matchers stand in expectations only' })
}

function bindKept({
  name,
  path,
  scope,
  clients,
  complain,
}: {
  name: string
  path: Path
  scope: Scope
  clients: readonly string[]
  complain: Complain
}): void {
  const taken = clients.includes(name) || (scope.has(name) && scope.get(name)?.kind !== 'unknown')
  if (taken) complain({ path, seen: `the name \`${name}\`, which is taken`, wanted: 'a name of its own' })
  else scope.set(name, { kind: 'kept' })
}

function callbacksInData(contract: Encoded): readonly string[] {
  return slotsOfData(contract).flatMap((slot) =>
    [...scan(slot)].flatMap((found) => (found.kind === 'callback' ? [found.name] : [])),
  )
}
