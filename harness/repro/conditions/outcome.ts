import { outcomeKeys, type Expectations, type OutcomeKey } from '../../model/contract.ts'
import type { Encoded } from '../../model/value.ts'
import { formValue } from '../../language/form.ts'
import type { Condition, Matching } from './condition.ts'
import { conditionsOf, leavesRoom } from './pattern.ts'
import { conditionsOfResponse } from './response.ts'

/** The expectation about the outcome that a step has, if it has one. */
export function outcomeKeyOf(expect: Expectations): OutcomeKey | undefined {
  return outcomeKeys.find((key) => expect[key] !== undefined)
}

/** What each expectation wants to have happened, and where the value of it is. */
export const happened: Readonly<Record<OutcomeKey, { readonly how: readonly string[]; readonly wanted: string }>> = {
  resolves: { how: ['resolved'], wanted: 'it resolves' },
  rejects: { how: ['rejected'], wanted: 'it rejects' },
  returns: { how: ['returned'], wanted: 'it returns' },
  throws: { how: ['threw'], wanted: 'it throws' },
  fails: { how: ['rejected', 'threw'], wanted: 'it rejects or throws' },
}

/** How it ended. The rest of what is expected means something only when it ended like this. */
export function endedAs(key: OutcomeKey, outcome: string): { readonly test: string; readonly wanted: string } {
  const { how, wanted } = happened[key]
  return { test: how.map((one) => `${outcome}.how === '${one}'`).join(' || '), wanted }
}

/** What it resolved to, rejected with, returned or threw. */
export function conditionsOfValue(pattern: Encoded, outcome: string, at: Matching): Condition[] {
  const response = formValue(pattern, 'response')
  if (response !== undefined) return conditionsOfResponse(response, outcome, at)
  return leavesRoom(pattern) ? [] : conditionsOf(pattern, { code: `${outcome}.value` }, at)
}
