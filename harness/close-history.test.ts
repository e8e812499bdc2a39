import { expect, test } from 'vitest'
import type { Outcome } from './model/outcome.ts'
import { closeHistory } from './close-history.ts'
import { contractOfEntities } from './fixtures/modelled.ts'
import { seen } from './judge/fixtures/samples.ts'
import { stepsOf } from './steps-of.ts'

const steps = stepsOf(contractOfEntities(), { history: [] })

test.each<[how: string, outcome: Outcome, performed: string[]]>([
  ['breaks off', { kind: 'rejected', error: null }, ['clear', 'clear', 'clear', 'clear']],
  ['hangs', { kind: 'timed-out', limitMs: 1 }, []],
  ['dies', { kind: 'crashed', how: 'exit', detail: '' }, []],
])('a history that %s takes away what it made, unless nobody would answer', async (_, outcome, wanted) => {
  const performed: (string | undefined)[] = []
  await closeHistory({
    steps,
    bindings: {},
    observation: seen({ outcome }),
    perform: async (step) => {
      performed.push(step.named)
      // What can't be taken away doesn't keep the rest from it.
      throw new Error('no')
    },
  })
  expect(performed).toEqual(wanted)
})
