import { z } from 'zod'
import { networkFaults, replyBodies } from '../../model/world.ts'
import type { Leaves } from './leaves.ts'
import { bodiesOf } from './request.ts'
import { base64, closed, named, orTemplate, wordOf } from './words.ts'

/** What a function answers, or what the network does instead. */
export function replyGrammar({ value }: Pick<Leaves, 'value'>): z.ZodType {
  return closed({
    status: orTemplate(z.int().min(200, statusNoun).max(599, statusNoun), statusNoun)
      .optional()
      .describe('200, unless told.'),
    headers: orTemplate(named(value), 'header names with their values').optional().describe('name → value.'),
    json: value.optional().describe('The body, as JSON.'),
    text: value.optional().describe('The body, as text.'),
    bytes: z
      .union([base64(), named(value)], { error: 'bytes in base64' })
      .optional()
      .describe('The body, in base64.'),
    chunks: orTemplate(z.array(value), 'a list of texts')
      .optional()
      .describe('The body piece by piece: the next is written only after the caller has read the last.'),
    fault: wordOf(networkFaults).optional().describe('What the network does instead of an answer.'),
  })
    .refine((reply) => bodiesOf(reply, replyBodies).length <= 1, `at most one of ${replyBodies.join(', ')}`)
    .refine(mayCarryItsBody, 'a body or a `fault`, not both; only `reset-mid-body` has a body')
}

const statusNoun = 'a status from 200 to 599'

function mayCarryItsBody(value: unknown): boolean {
  const { fault } = value as { readonly fault?: string }
  if (fault === undefined || fault === 'reset-mid-body' || fault.includes('${')) return true
  return bodiesOf(value, replyBodies).length === 0
}
