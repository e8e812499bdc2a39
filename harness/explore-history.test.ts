import { expect, test } from 'vitest'
import type { Step } from './model/contract.ts'
import type { Bindings } from './model/value.ts'
import type { Judgement } from './model/verdict.ts'
import { plannedEntities } from './fixtures/modelled.ts'
import { attempting, holds, violated } from './fixtures/planned.ts'
import { explore } from './explore.ts'
import { findDraw } from './replay.ts'
import { stepsOf } from './steps-of.ts'
import { readReplay } from './language/replay-token.ts'

// A history is a draw like any other: it is made smaller, command by command, and found again by its token.

const planned = plannedEntities({ runs: 60 })

/** Breaks at the second record that is changed, whatever happens besides. */
function judge(draw: Bindings): Judgement {
  const updates = stepsOf(planned.contract, draw).flatMap((step, at) => (changes(step) ? [at] : []))
  const [, second] = updates
  const broken = violated('second change')
  return second === undefined || broken.kind !== 'violated' ? holds : { ...broken, step: second }
}

function changes({ named, expect: expected }: Step): boolean {
  return named === 'update' && expected.resolves !== undefined
}

test('the smallest history that fails is three commands, and what is told of it ends with the one that failed', async () => {
  const { attempt } = attempting(judge)
  const result = await explore({ planned, generators: {}, attempt, now: () => 0 })
  const [violation] = result.violations
  expect(result.verdict).toBe('violated')
  const told = violation?.history?.map(({ of }) => of).filter((of) => !of.includes('look'))
  expect(told).toEqual(['mark', expect.stringMatching(/create/i), 'update', 'update'])
  // fast-check never drops the last item of a list: it may be a command after the failure, which is not told.
  expect(violation?.counterexample['history']).toSatisfy((drawn: readonly object[]) => drawn.length <= 4)
  expect(violation?.history).toHaveLength((violation?.step ?? 0) + 1)
})

test('its token leads to that very history', async () => {
  const { attempt } = attempting(judge)
  const { violations } = await explore({ planned, generators: {}, attempt, now: () => 0 })
  const [violation] = violations
  const replay = readReplay(violation?.replay ?? '')
  expect(replay?.draw.kind).toBe('seeded')
  const place = replay?.draw as Parameters<typeof findDraw>[0]['place']
  const found = findDraw({ contract: planned.contract, place, generators: {}, deviations: [] })
  expect(found).toEqual({ kind: 'found', draw: violation?.counterexample })
})

test('steps are counted as they are drawn, and classes of histories as the model promises them', async () => {
  const { attempt, draws } = attempting(() => holds)
  const { calls, classes } = await explore({ planned, generators: {}, attempt, now: () => 0 })
  const steps = draws.map((draw) => stepsOf(planned.contract, draw).length)
  expect(calls).toBe(steps.reduce((sum, one) => sum + one, 0))
  expect(classes['history']?.['changes one']).toBeGreaterThan(20)
})
