import type { Arbitrary } from 'fast-check'
import type { HistoryModel, ModelStep } from '../../harness/model/history-model.ts'
import type { Encoded } from '../../harness/model/value.ts'
import type { Given } from '../../harness/model/world.ts'
import { callersIn } from './parts/callers.ts'
import { clearedBy, makerAmong, markBy } from './parts/mark.ts'
import { heardEntities, histories, type Command } from './subscriptions/commands.ts'
import { fencesIn, fenceSteps, perform, type Scene } from './subscriptions/reference.ts'

/** Listeners that come and go while records are made, changed and removed, and sockets are opened anew. */
export const subscriptions: HistoryModel = {
  name: 'subscriptions',
  title: 'Listeners that come, go and reconnect while records change: each hears what happened, once and in order',
  seats: ['backend'],
  writes: heardEntities,
  classes: {
    listens: does('listen'),
    stops: does('stop'),
    reconnects: does('reconnect'),
    'changes a record': does('update'),
    'removes a record': does('delete'),
    'five commands or more': (history) => commandsOf(history).length >= 5,
  },
  histories: (given) => histories(given) as unknown as Arbitrary<Encoded>,
  stepsOf,
}

function stepsOf(history: Encoded, given: Given): readonly ModelStep[] {
  const keepers = callersIn(given).filter(({ kind }) => kind === 'service')
  const fences = fencesIn(given)
  const steps: ModelStep[] = [markBy(makerAmong(keepers)), ...fenceSteps(fences)]
  let scene: Scene = { listeners: fences, records: [] }
  for (const command of commandsOf(history)) {
    const done = perform(command, scene, { given, fences: fences.length })
    steps.push(...done.steps)
    scene = done.scene
  }
  return [...steps, ...clearedBy(keepers, heardEntities)]
}

function commandsOf(history: Encoded): readonly Command[] {
  return history as unknown as readonly Command[]
}

function does(what: Command['do']): (history: Encoded) => boolean {
  return (history) => commandsOf(history).some((command) => command.do === what)
}
