import { z } from 'zod'
import type { Leaves } from './leaves.ts'
import { replyGrammar } from './reply.ts'
import { rawRequestGrammar } from './request.ts'
import { closed, named, oneOrMany, orTemplate, wordOf } from './words.ts'

/** The actions that this version speaks; a step has exactly one. */
export const actions = ['call', 'construct', 'read', 'together', 'http', 'inside', 'deploy'] as const
export type Action = (typeof actions)[number]

/** The shape of a step, by its action. */
export function stepGrammars(leaves: Leaves): Readonly<Record<Action, z.ZodType>> {
  const { pattern, sent, received, part, inner } = leaves
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
  const prints = pattern
    .optional()
    .describe(
      'Lines that the backend prints during the step: `{ $includes: […] }`. Makes the contract judge backends only.',
    )
  const streams = orTemplate(z.array(pattern), 'a list of texts')
    .optional()
    .describe('The body text as it arrives. Needs a reply with `chunks`.')
  const { call, construct, read } = actionsGrammar(leaves)
  return {
    call: closed({ ...call, ...outcomesOf(pattern, settled), ...answers, ...seen, streams, prints }),
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
    http: closed({
      ...rawRequest(leaves),
      ...outcomesOf(pattern, ['resolves', 'rejects']),
      receives: seen.receives,
      streams,
      prints,
    }),
    deploy: closed({
      deploy: closed({ files: named(leaves.value) }).describe(
        'Files of the project, below `base44/`, as they are from now on. Makes the contract judge backends only.',
      ),
      ...outcomesOf(pattern, ['resolves', 'rejects']),
      prints,
    }),
    inside: closed({
      inside: insideGrammar().describe(
        'A backend function that performs the steps. Makes the contract judge backends only.',
      ),
      steps: z.array(inner, 'a list of steps').min(1, 'at least one step').describe('What the function does.'),
    }),
  }
}

/** A step inside a backend function, by its action: what the function does with its own client, and what comes of it. */
export function innerGrammars(leaves: Leaves): Readonly<Record<InnerAction, z.ZodType>> {
  const { pattern, received } = leaves
  const receives = received.optional().describe('What another function gets of it; `[]`: none is called.')
  const { call, read } = actionsGrammar(leaves)
  return {
    call: closed({
      call: call['call'] as z.ZodType,
      with: call['with'] as z.ZodType,
      ...outcomesOf(pattern, settled),
      receives,
    }),
    read: closed({ read: read['read'] as z.ZodType, ...outcomesOf(pattern, direct), receives }),
  }
}

export const innerActions = ['call', 'read'] as const
export type InnerAction = (typeof innerActions)[number]

function insideGrammar(): z.ZodType {
  return closed({
    function: z
      .string('the name of a fixture function')
      .regex(/^[\w-]+$/, 'the name of a fixture function, written out')
      .describe('A fixture function that performs steps: `guest`.'),
    by: z.string('a client, or `http`').describe('The client that calls it; `http`: a raw request of nobody.'),
  })
}

/** A step inside `together`, by its action, with its outcome; what was sent is told by the step around it. */
export function partGrammars(leaves: Leaves): Readonly<Record<PartAction, z.ZodType>> {
  return {
    call: closed({ ...actionsGrammar(leaves).call, ...outcomesOf(leaves.pattern, settled) }),
    http: closed({ ...rawRequest(leaves), ...outcomesOf(leaves.pattern, ['resolves', 'rejects']) }),
  }
}

export const partActions = ['call', 'http'] as const
export type PartAction = (typeof partActions)[number]

function rawRequest(leaves: Leaves): Record<'http' | 'on', z.ZodType> {
  return {
    http: rawRequestGrammar(leaves).describe(
      "A raw request to the app's address. Makes the contract judge backends only.",
    ),
    on: z.string('a client').optional().describe('The client whose address it goes to. Left out: the first.'),
  }
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
