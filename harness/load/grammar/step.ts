import { z } from 'zod'
import type { Leaves } from './leaves.ts'
import { replyGrammar } from './reply.ts'
import { closed, named, oneOrMany, orTemplate, wordOf } from './words.ts'

/** The actions that this version speaks; a step has exactly one. */
export const actions = ['call', 'construct', 'read', 'together'] as const
export type Action = (typeof actions)[number]

/** The shape of a step, by its action. */
export function stepGrammars(leaves: Leaves): Readonly<Record<Action, z.ZodType>> {
  const { pattern, sent, received, part } = leaves
  const answers = {
    answers: oneOrMany(replyGrammar(leaves), 'a reply')
      .optional()
      .describe('Overrides the world for this step. Makes the contract judge SDKs only.'),
  }
  const calls = z.array(z.array(pattern, 'a list of arguments'), 'a list of calls, each a list of arguments')
  const seen = {
    sends: sent.optional().describe('Every request that leaves during the step, in order; `[]`: none.'),
    receives: received.optional().describe("What the function's Request holds; `[]`: it is not called."),
    notifies: named(
      z.union([calls, closed({ $unordered: calls })], { error: 'a list of calls, each a list of arguments' }),
    )
      .optional()
      .describe(
        'Calls of callbacks since the previous step: name → calls, each a list of arguments; `$unordered`: in any order.',
      ),
  }
  const streams = orTemplate(z.array(pattern), 'a list of texts')
    .optional()
    .describe('The body text as it arrives. Needs a reply with `chunks`.')
  const { call, construct, read } = actionsGrammar(leaves)
  return {
    call: closed({ ...call, ...outcomesOf(pattern, settled), ...answers, ...seen, streams }),
    construct: closed({ ...construct, ...outcomesOf(pattern, direct), ...answers, ...seen }),
    read: closed({ ...read, ...outcomesOf(pattern, direct), ...answers, ...seen }),
    together: closed({
      together: z
        .array(part)
        .min(2, 'at least two steps')
        .describe('Steps started in one turn, not awaited in between.'),
      ...answers,
      ...seen,
    }),
  }
}

/** A step inside `together`: a call and its outcome; what was sent is told by the step around it. */
export function partGrammar(leaves: Leaves): z.ZodType {
  return closed({ ...actionsGrammar(leaves).call, ...outcomesOf(leaves.pattern, settled) })
}

function actionsGrammar({ value }: Leaves): Readonly<Record<'call' | 'construct' | 'read', Record<string, z.ZodType>>> {
  const path = z.string('a path').regex(/^\S+$/, 'a path of names: `functions.invoke`')
  const on = z.string('a name').optional().describe('A client, or a kept value. Left out: the only client.')
  const args = orTemplate(z.array(value), 'a list of arguments').optional().describe('The arguments; left out: none.')
  return {
    call: { call: path.describe('A method by its path, or a kept function: `"${stop}"`.'), on, with: args },
    construct: {
      construct: wordOf(['createClient', 'createClientFromRequest']).describe('A function that makes a client.'),
      with: args,
    },
    read: { read: path.describe('A property by its path.'), on },
  }
}

const settled = ['resolves', 'rejects', 'returns', 'throws', 'fails']
const direct = ['returns', 'throws', 'fails']

const outcomeWords: Readonly<Record<string, string>> = {
  resolves: 'What the promise resolves to.',
  rejects: 'What the promise rejects with.',
  returns: 'What is returned at once.',
  throws: 'What is thrown at once.',
  fails: 'What is thrown or rejected with, also while the client is built.',
}

function outcomesOf(pattern: z.ZodType, keys: readonly string[]): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(keys.map((key) => [key, pattern.optional().describe(outcomeWords[key] ?? key)]))
}
