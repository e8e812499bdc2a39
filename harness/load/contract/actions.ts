import type { Encoded } from '../../model/value.ts'
import { fieldOf, itemsOf } from '../look.ts'
import { stepsOf, type WrittenStep } from './steps.ts'

/** An action of a contract, also one inside `together` or inside a function, with the outcome that is expected of it. */
export interface Performed extends WrittenStep {
  /** The action and its path, as they are written. */
  readonly action: string
}

export const failures = ['rejects', 'throws', 'fails'] as const
export const successes = ['resolves', 'returns'] as const

/** Every action of a contract, in order. */
export function actionsOf(contract: Encoded): readonly Performed[] {
  return stepsOf(contract).flatMap(actionsOfStep)
}

/** A step's action, or the actions that it starts together. */
export function actionsOfStep(written: WrittenStep): readonly Performed[] {
  const { step, path, inside } = written
  const parts = itemsOf(fieldOf(step, 'together'))
  if (parts.length > 0)
    return parts.flatMap((part, index) => actionsOfStep({ step: part, path: [...path, 'together', index] }))
  const http = fieldOf(step, 'http')
  if (http !== undefined) return [{ ...written, action: rawRequest(http) }]
  const kind = ['call', 'construct', 'read'].find((key) => fieldOf(step, key) !== undefined)
  if (kind === undefined) return []
  // What succeeds outside is no control of what fails inside.
  const where = inside === undefined ? '' : ` inside \`${String(fieldOf(inside, 'function'))}\``
  return [{ ...written, action: `\`${kind}: ${String(fieldOf(step, kind))}\`${where}` }]
}

/** Requests are the same action where method and path are the same. */
function rawRequest(http: Encoded): string {
  const root = fieldOf(http, 'at') === undefined ? '' : `${String(fieldOf(http, 'at'))} `
  return `\`http: ${String(fieldOf(http, 'method') ?? 'GET')} ${root}${String(fieldOf(http, 'path'))}\``
}
