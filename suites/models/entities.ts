import type { Arbitrary } from 'fast-check'
import type { HistoryModel, ModelStep } from '../../harness/model/history-model.ts'
import type { Encoded } from '../../harness/model/value.ts'
import type { Given } from '../../harness/model/world.ts'
import { callersIn, type Caller } from './parts/callers.ts'
import { clearedBy, makerAmong, markBy } from './parts/mark.ts'
import { histories, itsOwner, type Command } from './entities/commands.ts'
import { after, nth, type Records } from './entities/reference.ts'
import { entityNames, type EntityName } from './entities/rules.ts'
import { looksFor, stepFor } from './entities/steps.ts'

/** Records of the fixture app, under everybody who is in the world. */
export const entities: HistoryModel = {
  name: 'entities',
  title: 'Records made, changed, removed and looked for by everybody in the world, within the access rules',
  seats: ['backend'],
  writes: entityNames,
  classes: {
    'makes several at once': does(({ do: what }) => what === 'bulkCreate'),
    'changes one': does(({ do: what }) => what === 'update'),
    'removes one': does(({ do: what }) => what === 'delete'),
    'removes by a query': does(({ do: what }) => what === 'deleteMany'),
    'gets one by its id': does(({ do: what }) => what === 'get'),
    'more than one acts': (history) => new Set(commandsOf(history).map(({ by }) => by)).size > 1,
    'five commands or more': (history) => commandsOf(history).length >= 5,
  },
  histories: (given) => histories(given) as unknown as Arbitrary<Encoded>,
  stepsOf,
}

/** Each command, and after what may have changed something, what everybody sees. */
function stepsOf(history: Encoded, given: Given): readonly ModelStep[] {
  const callers = callersIn(given)
  const steps: ModelStep[] = [markBy(makerAmong(callers))]
  let records: Records = []
  for (const command of commandsOf(history)) {
    const caller = callerOf(command, { callers, records })
    if (caller === undefined) continue
    const done = after(command, caller, records)
    const own = stepFor({ command, caller, records, done })
    steps.push(...own)
    if (own.length === 0) continue
    const entity = changedBy(command, records)
    records = done.records
    if (entity !== undefined) steps.push(...looks(entity, { callers, records, of: `look after ${command.do}` }))
  }
  return [...steps, ...clearedBy(callers, entityNames)]
}

function callerOf(
  command: Command,
  { callers, records }: { callers: readonly Caller[]; records: Records },
): Caller | undefined {
  if (command.by !== itsOwner || !('nth' in command)) return callers.find(({ name }) => name === command.by)
  const owner = nth(command.nth, records)?.owner
  return callers.find(({ kind, user }) => (kind === 'service' ? kind : user) === owner)
}

function looks(
  entity: EntityName,
  { callers, ...seen }: { callers: readonly Caller[]; records: Records; of: string },
): readonly ModelStep[] {
  return callers.flatMap((caller) => looksFor({ caller, entity, ...seen }))
}

/** The entity at which everybody looks afterwards; undefined where a command only looked itself. */
function changedBy(command: Command, records: Records): EntityName | undefined {
  switch (command.do) {
    case 'create':
    case 'bulkCreate':
    case 'deleteMany':
      return command.entity
    case 'update':
    case 'delete':
      return nth(command.nth, records)?.entity
    case 'get':
    case 'filter':
    case 'list':
      return undefined
  }
}

function commandsOf(history: Encoded): readonly Command[] {
  return history as unknown as readonly Command[]
}

function does(holds: (command: Command) => boolean): (history: Encoded) => boolean {
  return (history) => commandsOf(history).some(holds)
}
