import { z } from 'zod'
import type { Leaves } from './leaves.ts'
import { replyGrammar } from './reply.ts'
import { closed, named, oneOrMany } from './words.ts'

/** The world that a contract needs. */
export function givenGrammar(leaves: Pick<Leaves, 'value'>): z.ZodType {
  const client = closed({
    user: z.string('the name of a user').optional().describe('Who it is signed in as.'),
    service: z.literal(true).optional().describe("Whether it holds the app's service token too, for `asServiceRole`."),
    config: named(leaves.value)
      .optional()
      .describe('Laid over `{ appId, serverUrl }`. Makes the contract judge SDKs only.'),
  })
  const user = closed({ role: z.string('a role').optional().describe('`admin`, `user`, …') })
  return closed({
    clients: named(client).optional().describe('name → client, built at first use. Left out: one, called `client`.'),
    users: named(user)
      .optional()
      .describe('name → user, made and signed in. `${users.alice.email}` is one of its members.'),
    entities: named(named(z.array(leaves.value, 'a list of records')))
      .optional()
      .describe('Seeded records: entity → owner → records.'),
    secrets: named(z.string('text')).optional().describe('Environment of the functions.'),
    functions: named(oneOrMany(replyGrammar(leaves), 'a reply'))
      .optional()
      .describe('What a deployed function answers: the nth call gets the nth reply, the last repeats.'),
  })
}
