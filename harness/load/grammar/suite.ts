import { z } from 'zod'
import { closed, line } from './words.ts'

/** A file of `suites`: which promises, for whom. */
export function suiteGrammar(): z.ZodType {
  return closed({
    title: line().describe('For whom it is, and what it asks.'),
    seat: z.enum(['sdk', 'backend']).describe('Who is judged.'),
    contracts: z
      .array(line(), 'a list of globs')
      .min(1, 'at least one glob')
      .describe('Globs over contract ids: `functions/**`. One that matches nothing is an error.'),
    runs: z
      .int('a whole number')
      .min(1, 'at least 1')
      .optional()
      .describe('Draws for each property; 100, unless told.'),
    profile: z.literal(true).optional().describe('A part of the platform that a backend may claim, as a whole.'),
  })
}
