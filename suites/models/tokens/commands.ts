import fc, { type Arbitrary } from 'fast-check'
import type { Given } from '../../../harness/model/world.ts'
import { actingAmong } from '../parts/acting.ts'

/** What somebody does with a client. Who `as` is, is a user of the world. */
export type Command =
  | { readonly do: 'sign in' | 'take an altered token'; readonly client: string; readonly as: string }
  | { readonly do: 'sign out' | 'ask who' | 'ask whether' | 'make' | 'list'; readonly client: string }

const mostCommands = 12

/** Histories of the clients that hold no service token: what those hold stays as it is. */
export function histories({ clients, users }: Given): Arbitrary<readonly Command[]> {
  const client = fc.constantFrom(...actingAmong(clients))
  const as = fc.constantFrom(...Object.keys(users))
  const command: Arbitrary<Command> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('sign in' as const), client, as }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('sign out' as const), client }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('take an altered token' as const), client, as }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('ask who', 'ask whether', 'make', 'list'), client }) },
  )
  // Else most of the first draws are of one or two commands, after which there is little to be wrong.
  return fc.noBias(fc.array(command, { minLength: 1, maxLength: mostCommands, size: 'max' }))
}
