import { expect, test } from 'vitest'
import type { Replay } from './model/replay.ts'
import type { CaseResult, Judgement } from './model/verdict.ts'
import type { PlannedCase } from './model/plan.ts'
import { readReplay } from './language/replay-token.ts'
import { explore, type Exploration } from './explore.ts'
import { attempting, generators, holds, number, planned, violated } from './fixtures/planned.ts'
import { findDraw } from './replay.ts'

const now = (): number => 0

async function exploring(
  judge: (n: number) => Judgement,
  { more, ...rest }: Partial<Exploration> & { more?: Partial<PlannedCase> } = {},
): Promise<{ result: CaseResult; drawn: number[] }> {
  const { attempt, draws } = attempting(({ n }) => judge(n as number))
  const result = await explore({ planned: planned({ n: number }, more), generators, attempt, now, ...rest })
  return { result, drawn: draws.map(({ n }) => n as number) }
}

test('a contract that holds has every draw attempted once, and says which classes it met', async () => {
  const { result, drawn } = await exploring(() => holds)
  expect(result).toMatchObject({ verdict: 'holds', runs: 100, calls: 100, violations: [] })
  expect(drawn).toHaveLength(100)
  const even = drawn.filter((n) => n % 2 === 0).length
  expect(result.classes).toEqual({ n: { even, 'above 1000': 0 } })
})

test('a counterexample is made as small as it gets', async () => {
  const { result, drawn } = await exploring((n) => (n >= 137 ? violated('big') : holds))
  expect(result).toMatchObject({ verdict: 'violated', owner: 'sdk', violations: [{ counterexample: { n: 137 } }] })
  expect(result.violations[0]?.draws).toBe(drawn.slice(0, 100).filter((n) => n >= 137).length)
})

test('of two bugs both are told once, and shrinking one never turns into the other', async () => {
  const { result } = await exploring((n) => (n < 100 ? holds : n < 500 ? violated('small') : violated('big')))
  expect(result.violations.map(({ fingerprint, counterexample }) => [fingerprint, counterexample])).toEqual([
    ['big', { n: 500 }],
    ['small', { n: 100 }],
  ])
})

test('the replay token runs exactly the counterexample again', async () => {
  const judge = (n: number): Judgement => (n >= 137 ? violated('big') : holds)
  const { result } = await exploring(judge)
  const token = result.violations[0]?.replay as string
  expect(token).toMatch(/^a\/b@42:\d+(:\d+)+\.[0-9a-f]{4}$/)
  const { draw: place } = readReplay(token) as Replay
  const found = findDraw({ contract: planned({ n: number }).contract, place, generators, deviations: [] })
  expect(found).toEqual({ kind: 'found', draw: { n: 137 } })
  const again = await exploring(judge, { more: { pinned: { draw: { n: 137 }, token }, witnesses: {}, runs: 1 } })
  expect(again.drawn).toEqual([137])
  expect(again.result.violations).toMatchObject([{ counterexample: { n: 137 }, replay: token, shrinks: 0 }])
})

test('the same seed draws the same and finds the same, another seed does not', async () => {
  const judge = (n: number): Judgement => (n % 7 === 3 ? violated(`rest ${n % 2}`) : holds)
  const once = await exploring(judge)
  expect(await exploring(judge)).toEqual(once)
  expect((await exploring(judge, { more: { seed: 43 } })).drawn).not.toEqual(once.drawn)
})

test('witnesses come first; what they show is told although no draw shows it', async () => {
  const judge = (n: number): Judgement => (n < 0 ? violated(`way of ${n}`) : holds)
  const witnesses = { known: { n: -1 }, stale: { n: 1 } }
  const { result, drawn } = await exploring(judge, { more: { witnesses } })
  expect(drawn.slice(0, 2)).toEqual([-1, 1])
  expect(result.witnessed).toEqual({ known: 'way of -1', stale: null })
  expect(result.runs).toBe(100)
  expect(result.violations).toMatchObject([{ fingerprint: 'way of -1', counterexample: { n: -1 }, shrinks: 0 }])
})

test('a witness that cannot be put to the test says nothing about its entry, and is no green', async () => {
  const judge = (n: number): Judgement =>
    n === -1 ? { kind: 'untestable', step: 0, reason: 'no client' } : { kind: 'holds' }
  const { result } = await exploring(judge, { more: { witnesses: { known: { n: -1 }, other: { n: 1 } } } })
  expect(result.witnessed).toEqual({ other: null })
  expect(result).toMatchObject({ verdict: 'untestable', reason: 'step 1: no client' })
})

test('a witness and a draw that fail alike are one violation, the smaller one', async () => {
  const judge = (n: number): Judgement => (n >= 10 ? violated('big') : holds)
  const { result } = await exploring(judge, { more: { witnesses: { known: { n: 999 } } } })
  expect(result.violations).toMatchObject([{ counterexample: { n: 10 } }])
})

test('quick: the first violation as it is, and nothing after it', async () => {
  const { result, drawn } = await exploring((n) => (n >= 137 ? violated('big') : holds), { quick: true })
  expect(result.violations).toMatchObject([{ counterexample: { n: drawn.at(-1) }, shrinks: 0 }])
  expect(drawn.slice(0, -1).every((n) => n < 137)).toBe(true)
})

test('a hang is enough: no further draw, and no smaller one, each would cost the whole limit', async () => {
  const { result, drawn } = await exploring((n) => (n >= 137 ? violated('hang', 'timed-out') : holds))
  expect(result.violations).toMatchObject([{ counterexample: { n: drawn.at(-1) } }])
  expect(drawn.filter((n) => n >= 137)).toHaveLength(1)
})

test('a callback that stays out ends the draws, each of which would wait for it, but a smaller draw is looked for', async () => {
  const missed = violated('missed', 'wrong-count', { expectation: 'notifies' })
  const { result } = await exploring((n) => (n >= 137 ? missed : holds))
  expect(result.runs).toBeLessThan(100)
  expect(result.violations).toMatchObject([{ draws: 1, counterexample: { n: 137 } }])
})

test('a crash ends the draws, but the smallest draw that crashes is looked for', async () => {
  const { result } = await exploring((n) =>
    n >= 137 ? violated('crash', 'crashed', { observedClass: 'exit' }) : holds,
  )
  expect(result.runs).toBeLessThan(100)
  expect(result.violations).toMatchObject([{ counterexample: { n: 137 } }])
})

test('making smaller ends when its time is up, with the smallest so far', async () => {
  let clock = 0
  const { result, drawn } = await exploring((n) => (n >= 137 ? violated('big') : holds), { now: () => (clock += 4000) })
  expect(drawn.length).toBeLessThan(105)
  expect(result.violations[0]?.counterexample['n']).toBeGreaterThanOrEqual(137)
})

test('a preparation that fails makes the case untestable, with the step', async () => {
  const { result, drawn } = await exploring(() => ({ kind: 'untestable', step: 1, reason: 'it did not succeed' }))
  expect(result).toMatchObject({ verdict: 'untestable', reason: 'step 2: it did not succeed' })
  expect(drawn).toHaveLength(1)
})

test('a mistake of ours comes through; it is neither a violation nor a promise kept', async () => {
  const broken = (n: number): Judgement => {
    if (n > 500) throw new Error('our mistake')
    return holds
  }
  await expect(exploring(broken)).rejects.toThrow('our mistake')
})

test('what comes to light after the last draw is told, unless a draw told it', async () => {
  const late = async (): Promise<Judgement> => violated('late', 'uncaught')
  const { result, drawn } = await exploring(() => holds, { late })
  expect(result.violations).toMatchObject([{ fingerprint: 'late', counterexample: { n: drawn.at(-1) } }])
  const told = await exploring((n) => (n >= 137 ? violated('step 2', 'uncaught') : holds), { late })
  expect(told.result.violations.map(({ fingerprint }) => fingerprint)).toEqual(['step 2'])
})

test('where there are few values in all, each is drawn once, and each can be replayed', async () => {
  const list = { a: { kind: 'one-of', values: [1, 2] }, b: { kind: 'one-of', values: ['x', 'y'] } } as const
  const { attempt, draws } = attempting(({ a, b }) => (a === 2 && b === 'y' ? violated('last') : holds))
  const { runs, violations } = await explore({ planned: planned(list), generators, attempt, now })
  expect(runs).toBe(4)
  const all = [['x', 1], ['y', 1], ['x', 2], ['y', 2]].map(([b, a]) => ({ a, b })) // prettier-ignore
  expect(draws.slice(0, 4)).toEqual(all)
  expect(violations).toMatchObject([
    { counterexample: { a: 2, b: 'y' }, replay: expect.stringMatching(/^a\/b@all:3\./) },
  ])
})
