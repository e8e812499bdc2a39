import type { Encoded } from '../../model/value.ts'
import { fieldOf, itemsOf } from '../look.ts'
import type { Path } from '../yaml/path.ts'

/** A step as it is performed, and where it stands. */
export interface WrittenStep {
  readonly step: Encoded
  readonly path: Path
  /** Set where a backend function performs it: `{ function, by }`. */
  readonly inside?: Encoded
}

/** The steps of a contract in the order in which they are performed: those that stand inside a function one by one. */
export function stepsOf(contract: Encoded): readonly WrittenStep[] {
  return itemsOf(fieldOf(contract, 'steps')).flatMap((step, index): readonly WrittenStep[] => {
    const path = ['steps', index]
    const inside = fieldOf(step, 'inside')
    if (inside === undefined) return [{ step, path }]
    return itemsOf(fieldOf(step, 'steps')).map((inner, at) => ({ step: inner, path: [...path, 'steps', at], inside }))
  })
}
