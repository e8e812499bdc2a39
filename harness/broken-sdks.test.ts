import { expect, test } from 'vitest'
import type { CaseEvent, FooterEvent } from './model/event.ts'
import type { RunOptions } from './run.ts'
import { contractWithoutDraws, eventsOf, fixtureSdk, optionsFor } from './fixtures/options.ts'

/** Threads are started and die; a loaded machine takes its time. */
const timeout = 60_000

async function judged(
  sdk: string,
  more: Partial<RunOptions> = {},
): Promise<{ broken: CaseEvent; other: CaseEvent; footer: FooterEvent }> {
  const { cases, footer } = await eventsOf(optionsFor(fixtureSdk(sdk), more))
  const [broken, other] = cases
  if (broken === undefined || other === undefined) throw new Error('two cases were planned')
  return { broken, other, footer }
}

test('an SDK that behaves keeps both promises', { timeout }, async () => {
  const { broken, other, footer } = await judged('well-behaved')
  expect([broken.result.verdict, other.result.verdict, footer.exitCode]).toEqual(['holds', 'holds', 0])
})

test.each([
  ['loops-for-ever', 'crashed', 'blocked'],
  ['exits', 'crashed', 'exit'],
  ['throws-later', 'uncaught', 'RangeError'],
  ['throws-after-the-last', 'uncaught', 'RangeError'],
  ['leaves-a-rejection', 'uncaught', 'TypeError'],
  ['never-settles', 'timed-out', 'pending'],
  ['contacts-another-host', 'escaped', 'net'],
])('%s costs one case, never the run: %s · %s', { timeout }, async (sdk, kind, observedClass) => {
  const { broken, other, footer } = await judged(sdk)
  expect(broken.result).toMatchObject({ verdict: 'violated', owner: 'sdk' })
  expect(broken.result.violations).toHaveLength(1)
  expect(broken.result.violations[0]).toMatchObject({
    step: 0,
    mismatch: { expectation: 'conduct', kind, observedClass },
    fingerprint: `a/invokes · step 1 · conduct · ${kind} · ${observedClass}`,
    counterexample: { n: expect.any(Array) as unknown },
  })
  expect(other.result).toMatchObject({ verdict: 'holds', runs: 20 })
  expect(footer).toMatchObject({ exitCode: 1, totals: { violated: 1, holds: 1, notRun: 0 } })
})

test.each([
  ['leaves-a-rejection', 'a/once · step 1 · conduct · uncaught · TypeError'],
  ['throws-after-the-last', 'a/once · step 1 · conduct · uncaught · RangeError'],
])(
  '%s is told at the step that left it, though nothing of the case comes after it',
  { timeout },
  async (sdk, found) => {
    const once = contractWithoutDraws('a/once', 'functions.invoke')
    const { cases } = await eventsOf(
      optionsFor(fixtureSdk(sdk), { selections: [{ pattern: 'a/*', contracts: [once] }] }),
    )
    expect(cases.map(({ result }) => result.violations.map(({ fingerprint }) => fingerprint))).toEqual([[found]])
  },
)

test('a rejection is told at the step that left it, not at the next', { timeout }, async () => {
  const once = contractWithoutDraws('a/once', 'functions.works', 'functions.invoke', 'functions.works')
  const selections = [{ pattern: 'a/*', contracts: [once] }]
  const { cases } = await eventsOf(optionsFor(fixtureSdk('leaves-a-rejection'), { selections }))
  expect(cases[0]?.result.violations).toMatchObject([{ step: 1, mismatch: { kind: 'uncaught' } }])
})

test('an SDK that fills its memory loses its thread, not the run', { timeout }, async () => {
  const { broken, other } = await judged('allocates', { limits: { loadMs: 15_000, blockedMs: 30_000, graceMs: 500 } })
  const mismatch = {
    kind: 'crashed',
    observedClass: 'uncaught',
    observed: expect.stringContaining('memory limit') as string,
  }
  expect(broken.result.violations).toMatchObject([{ mismatch }])
  expect(other.result.verdict).toBe('holds')
})

test('of the draws that crash the smallest is told', { timeout }, async () => {
  const { broken, other } = await judged('exits-for-some')
  expect(broken.result.violations).toMatchObject([{ mismatch: { observedClass: 'exit' } }])
  expect(broken.result.violations[0]?.counterexample['n']).toHaveLength(3)
  expect(other.result.verdict).toBe('holds')
})

test.each([
  ['throws-on-import', 'SyntaxError: half a build'],
  ['exits-on-import', 'the thread ended with exit code 0'],
  ['import-never-settles', 'the thread ended with exit code 13: a top-level await never settled'],
  ['import-waits-for-ever', 'its import did not finish within 4000 ms'],
])('an SDK that does not load breaks every promise: %s', { timeout }, async (sdk, message) => {
  const { broken, other, footer } = await judged(sdk)
  for (const { result } of [broken, other]) {
    expect(result).toMatchObject({ verdict: 'violated', owner: 'sdk', reason: message })
    expect(result.violations).toMatchObject([{ mismatch: { kind: 'crashed', observedClass: 'load' } }])
  }
  expect(footer).toMatchObject({ exitCode: 1, totals: { violated: 2 } })
})
