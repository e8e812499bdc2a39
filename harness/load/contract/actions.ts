import type { Encoded } from '../../model/value.ts'
import { fieldOf, itemsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'

/** An action of a contract, also one inside `together`, with the outcome that is expected of it. */
export interface Performed {
  readonly step: Encoded
  readonly path: Path
  /** The action and its path, as they are written. */
  readonly action: string
}

export const failures = ['rejects', 'throws', 'fails'] as const
export const successes = ['resolves', 'returns'] as const

/** Every action of a contract, in order. */
export function actionsOf(contract: Encoded): readonly Performed[] {
  return itemsOf(fieldOf(contract, 'steps')).flatMap((step, index) => actionsOfStep(step, ['steps', index]))
}

/** A step's action, or the actions that it starts together. */
export function actionsOfStep(step: Encoded, path: Path): readonly Performed[] {
  const parts = itemsOf(fieldOf(step, 'together'))
  if (parts.length > 0) return parts.flatMap((part, index) => actionsOfStep(part, [...path, 'together', index]))
  const kind = ['call', 'construct', 'read'].find((key) => fieldOf(step, key) !== undefined)
  return kind === undefined ? [] : [{ step, path, action: `\`${kind}: ${String(fieldOf(step, kind))}\`` }]
}
