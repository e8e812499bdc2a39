import fc, { type Arbitrary } from 'fast-check'
import type { Given } from '../../../harness/model/world.ts'
import { actingAmong } from '../parts/acting.ts'
import { words } from '../parts/words.ts'

/** What is listened to: one entity that is public, and one in which everybody has their own. */
export const heardEntities = ['Note', 'Announcement'] as const
export type HeardEntity = (typeof heardEntities)[number]

/** What somebody does. `nth` counts what the history made, listeners or records, also what is gone; it wraps. */
export type Command =
  | { readonly do: 'listen'; readonly on: string; readonly entity: HeardEntity }
  | { readonly do: 'stop'; readonly nth: number }
  | { readonly do: 'reconnect'; readonly on: string }
  | { readonly do: 'create'; readonly on: string; readonly entity: HeardEntity; readonly title: string }
  | { readonly do: 'update'; readonly nth: number; readonly title: string }
  | { readonly do: 'delete'; readonly nth: number }

/** Each command waits until everything is quiet: histories stay short. */
const mostCommands = 10

export function histories(given: Given): Arbitrary<readonly Command[]> {
  const acting = actingAmong(given.clients)
  const on = fc.constantFrom(...acting)
  const entity = fc.constantFrom(...heardEntities)
  const nth = fc.nat(mostCommands - 1)
  const command: Arbitrary<Command> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: is('create'), on, entity, title: words }) },
    { weight: 2, arbitrary: fc.record({ do: is('listen'), on, entity }) },
    { weight: 2, arbitrary: fc.record({ do: is('update'), nth, title: words }) },
    { weight: 1, arbitrary: fc.record({ do: is('delete'), nth }) },
    { weight: 2, arbitrary: fc.record({ do: is('stop'), nth }) },
    { weight: 2, arbitrary: fc.record({ do: is('reconnect'), on }) },
  )
  // Else most of the first draws are of one or two commands, after which there is little to be wrong.
  return fc.noBias(fc.array(command, { minLength: 1, maxLength: mostCommands, size: 'max' }))
}

function is<Word extends string>(word: Word): Arbitrary<Word> {
  return fc.constant(word)
}
