import type { Caller, Json, Rule } from '../emulated.ts'
import { holds } from './condition.ts'
import { isObject } from './fields.ts'

export interface Asked {
  /** As an entity file has it; left out, empty or null: nothing is asked. */
  readonly rule: Rule | '' | undefined
  /** What it speaks of; of a row that is about to be made, what it will be. */
  readonly row: Readonly<Record<string, Json>>
  readonly by: Caller
}

/**
 * Whether an access rule lets this caller at this row. As `base44 dev` reads rules, but that whatever cannot be decided
 * (a template that stands for nothing, an operator nobody knows) is a no, also below `$nor`.
 */
export function allows({ rule, row, by }: Asked): boolean {
  if (by.kind === 'service') return true
  if (rule === undefined || rule === null || rule === '') return true
  if (rule === true) return true
  // Neither true nor a condition: false, or nothing that an entity file may say.
  if (!isObject(rule)) return false
  if (Object.keys(rule).length === 0) return true
  // "Allow users matching the condition": nobody is no user, whatever the condition.
  return by.kind === 'user' && holds({ condition: rule, row, user: by.user }) === true
}
