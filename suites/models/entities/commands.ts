import fc, { type Arbitrary } from 'fast-check'
import type { Given } from '../../../harness/model/world.ts'
import { callersIn } from '../parts/callers.ts'
import { words } from '../parts/words.ts'
import { entityNames, type EntityName, type Fields } from './rules.ts'

/** What somebody does with records. `nth` counts those that the history made, also what is gone; it wraps. */
export type Command =
  | { readonly do: 'create'; readonly by: string; readonly entity: EntityName; readonly fields: Fields }
  | { readonly do: 'bulkCreate'; readonly by: string; readonly entity: EntityName; readonly all: readonly Fields[] }
  | { readonly do: 'update'; readonly by: string; readonly nth: number; readonly changes: Fields }
  | { readonly do: 'delete' | 'get'; readonly by: string; readonly nth: number }
  | { readonly do: 'deleteMany' | 'filter'; readonly by: string; readonly entity: EntityName; readonly title: string }
  | { readonly do: 'list'; readonly by: string; readonly entity: EntityName }

/** In the place of a name: whoever made the record, who may do with it what there is to do. */
export const itsOwner = 'its owner'

/** A draw is judged by real calls, several a command: histories stay short. */
const mostCommands = 14

/** Histories of those who are in the world; what makes and changes records comes more often than what only looks. */
export function histories(given: Given): Arbitrary<readonly Command[]> {
  // Whoever may do nothing leaves nothing behind that could be wrong later.
  const by = fc.oneof(
    { withCrossShrink: true },
    ...callersIn(given).map(({ name, kind }) => ({ weight: kind === 'nobody' ? 1 : 3, arbitrary: fc.constant(name) })),
  )
  // Records that meet others of their entity show more than records that lie alone.
  const entity = fc.oneof({ weight: 1, arbitrary: fc.constant(entityNames[0]) }, fc.constantFrom(...entityNames))
  const nth = fc.nat(mostCommands - 1)
  const mostly = fc.oneof({ weight: 2, arbitrary: fc.constant(itsOwner) }, { weight: 1, arbitrary: by })
  const command: Arbitrary<Command> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: is('create'), by, entity, fields: whole }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: is('bulkCreate'),
        by,
        entity,
        all: fc.array(whole, { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: is('update'), by: mostly, nth, changes: some }) },
    { weight: 2, arbitrary: fc.record({ do: is('delete'), by: mostly, nth }) },
    { weight: 1, arbitrary: fc.record({ do: is('deleteMany'), by, entity, title: words }) },
    { weight: 1, arbitrary: fc.record({ do: is('get'), by: mostly, nth }) },
    { weight: 1, arbitrary: fc.record({ do: is('filter'), by, entity, title: words }) },
    { weight: 1, arbitrary: fc.record({ do: is('list'), by, entity }) },
  )
  // Else most of the first draws are of one or two commands, after which there is little to be wrong.
  return fc.noBias(fc.array(command, { minLength: 1, maxLength: mostCommands, size: 'max' }))
}

function is<Word extends string>(word: Word): Arbitrary<Word> {
  return fc.constant(word)
}

const fields = { title: words, text: words, completed: fc.boolean() }
const whole: Arbitrary<Fields> = fc.record(fields, { requiredKeys: ['title'] })
const some: Arbitrary<Fields> = fc.record(fields, { requiredKeys: [] })
