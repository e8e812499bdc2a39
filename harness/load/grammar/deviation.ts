import { z } from 'zod'
import type { Leaves } from './leaves.ts'
import { closed, day, line, named, words } from './words.ts'

/** What a person writes into an entry, and nobody else can. */
export const belongs = {
  reason: 'why it is accepted for now: what causes it, who decided that, what would end it',
  seen: 'how and when you saw it yourself: the date, the versions, what you ran',
} as const

/** A file of `suites/deviations`: a violation that is known. */
export function deviationGrammar({ value }: Pick<Leaves, 'value'>): z.ZodType {
  return closed({
    contract: line().describe('The id of the contract that is violated.'),
    row: line().optional().describe('The row, where the contract has rows.'),
    sdk: line().optional().describe('Versions of the SDK of which it is known: `>=0.8.4`.'),
    backend: line().optional().describe('Instead: the backend of which it is known, `base44-dev@>=0.1.18`.'),
    route: line()
      .optional()
      .describe('Of a backend: an address it hands on to another host; it explains every other failure there too.'),
    fingerprint: line().describe('In which way it fails, as a report prints it.'),
    witness: named(value).describe('A draw that shows it: each name of `forAll` with its value.'),
    instead: line().describe('What is seen instead of the promise, in one line.'),
    reason: words(belongs.reason).describe('Why it is accepted for now.'),
    seen: words(belongs.seen).describe('How and when it was seen.'),
    repair: line().optional().describe('A patch beside this file, on which the promise is kept.'),
    link: z.url('an address').optional().describe('Where it is being dealt with.'),
    owner: line().optional().describe('Who deals with it.'),
    until: day().optional().describe('The day after which it is red again: 2026-11-21.'),
  })
}
