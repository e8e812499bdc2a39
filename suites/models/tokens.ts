import type { Arbitrary } from 'fast-check'
import type { HistoryModel, ModelStep } from '../../harness/model/history-model.ts'
import type { Encoded } from '../../harness/model/value.ts'
import type { Given } from '../../harness/model/world.ts'
import { callersIn, pathFor, type Caller } from './parts/callers.ts'
import { clearedBy, makerAmong, marked, markBy } from './parts/mark.ts'
import { histories, type Command } from './tokens/commands.ts'
import { after, identitiesIn, type Identities } from './tokens/reference.ts'
import { nextId, probe, publicRecord, stepFor, type Note } from './tokens/steps.ts'

/** Tokens that come and go on several clients; the service role of one that is left alone looks after the records. */
export const tokens: HistoryModel = {
  name: 'tokens',
  title: 'Clients on which users sign in and out and take altered tokens, asked who they are and what is theirs',
  seats: ['backend'],
  writes: ['Note', 'Announcement'],
  classes: {
    'signs in': does('sign in'),
    'signs out': does('sign out'),
    'takes an altered token': does('take an altered token'),
    'asks who': does('ask who'),
    'makes something': does('make'),
    'several clients': (history) => new Set(commandsOf(history).map(({ client }) => client)).size > 1,
    'five commands or more': (history) => commandsOf(history).length >= 5,
  },
  histories: (given) => histories(given) as unknown as Arbitrary<Encoded>,
  stepsOf,
}

/** Each command, and after one that may have changed who somebody is, who everybody is. */
function stepsOf(history: Encoded, given: Given): readonly ModelStep[] {
  const keepers = callersIn(given).filter(({ kind }) => kind === 'service')
  const keeper = makerAmong(keepers)
  const steps: ModelStep[] = [markBy(keeper), showBy(keeper)]
  const notes: Note[] = []
  let identities = identitiesIn(given)
  for (const command of commandsOf(history)) {
    const identity = identities[command.client]
    if (identity === undefined) continue
    steps.push(...stepFor({ command, identity, notes }))
    if (command.do === 'make' && identity.kind === 'user') notes.push({ id: nextId(notes), owner: identity.user })
    const now = after(command, identities)
    if (now !== identities) steps.push(...probes(now, command))
    identities = now
  }
  return [...steps, ...clearedBy(keepers, ['Note', 'Announcement'])]
}

function probes(identities: Identities, { do: of }: Command): readonly ModelStep[] {
  return Object.entries(identities).map(([client, identity]) => probe({ client, identity, of }))
}

/** Something that whoever is nobody may read. */
function showBy(keeper: Caller): ModelStep {
  const call = pathFor(keeper, 'entities.Announcement.create')
  const resolves = { $has: { id: { $keep: publicRecord } } }
  return { of: 'show', step: { on: keeper.on, call, with: [{ title: 'for all', ...marked }], resolves } }
}

function commandsOf(history: Encoded): readonly Command[] {
  return history as unknown as readonly Command[]
}

function does(what: Command['do']): (history: Encoded) => boolean {
  return (history) => commandsOf(history).some((command) => command.do === what)
}
