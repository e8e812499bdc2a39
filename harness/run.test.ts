import { beforeAll, expect, test } from 'vitest'
import type { Corpus } from './model/corpus.ts'
import type { Deviation } from './model/deviation.ts'
import type { Event } from './model/event.ts'
import type { SdkSubject } from './model/subject.ts'
import { corpusOf } from './cli/corpus.ts'
import { findHome } from './cli/home.ts'
import { resolveSdks } from './execute/subjects/resolve-sdks.ts'
import { redact } from '../reports/redact.ts'
import { stabilise } from '../reports/stabilise.ts'
import { run } from './run.ts'
import { eventsOf, fixtureSdk, optionsFor, twoContracts } from './fixtures/options.ts'

const timeout = 120_000
const home = findHome()
let corpus: Corpus
let subject: SdkSubject
beforeAll(async () => {
  corpus = await corpusOf(home)
  const own = {
    cwd: home.root,
    own: home.root,
    replacing: [],
    say: () => undefined,
    cache: '',
    environment: process.env,
    runtimeVersion: process.versions.node,
  }
  subject = (await resolveSdks({ specs: [], ...own }))[0] as SdkSubject
})

/** The log of a run of the real contracts on the real SDK as it is written, without what is a matter of time. */
async function logOf({ jobs, seed }: { jobs: number; seed: number }): Promise<string[]> {
  const contracts = corpus.contracts.filter(({ id }) => id.startsWith('functions/'))
  const options = optionsFor(subject, {
    corpus,
    selections: [{ pattern: 'functions/*', contracts }],
    runs: 10,
    limitMs: 5000,
    jobs,
    seed,
  })
  const { events } = await eventsOf({ ...options, limits: { loadMs: 15_000, blockedMs: 6000, graceMs: 500 } })
  const prefixes = { [subject.directory]: '‹sdk›', [home.root]: '‹harness›' }
  return events.map((event) => {
    const written = stabilise(redact(event, { secrets: [], tokens: new Map() }), { prefixes })
    return JSON.stringify(timeless(written), plain)
  })
}

/** Bytes as numbers; `duration` is what axios measures and puts on its responses. */
function plain(key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? [...value] : key === 'duration' ? 0 : value
}

function timeless(event: Event): Event {
  switch (event.kind) {
    case 'header':
      return { ...event, startedAt: '' }
    case 'case':
      return { ...event, result: { ...event.result, durationMs: 0 } }
    case 'footer':
      return { ...event, durationMs: 0 }
  }
}

test(
  'the same seed writes the same log, however many threads there are; another seed another',
  { timeout },
  async () => {
    const log = await logOf({ jobs: 1, seed: 7 })
    expect(log.length).toBeGreaterThan(60)
    expect(await logOf({ jobs: 2, seed: 7 })).toEqual(log)
    expect(await logOf({ jobs: 4, seed: 7 })).toEqual(log)
    expect(await logOf({ jobs: 2, seed: 8 })).not.toEqual(log)
  },
)

test('header, the cases in the order of the plan, footer', { timeout }, async () => {
  const { events, cases } = await eventsOf(optionsFor(fixtureSdk('never-settles'), { jobs: 2 }))
  expect(events.map(({ kind }) => kind)).toEqual(['header', 'case', 'case', 'footer'])
  expect(events[0]).toMatchObject({ planned: 2, seed: 1, runs: 20, subjects: [{ id: 'never-settles' }] })
  expect(JSON.stringify(events[0])).not.toContain(home.root)
  expect(cases.map(({ index, id }) => [index, id])).toEqual([[0, 'a/invokes'], [1, 'b/works']]) // prettier-ignore
})

test(
  'a run that is told to stop finishes what is under way, and says that the rest was not run',
  { timeout },
  async () => {
    const stop = new AbortController()
    const options = optionsFor(fixtureSdk('well-behaved'), { signal: stop.signal })
    const events: Event[] = []
    for await (const event of run({ ...options, runs: 500 })) {
      events.push(event)
      stop.abort()
    }
    expect(events.at(-1)).toMatchObject({ interrupted: true, exitCode: 130, totals: { notRun: 2, violated: 0 } })
    const afterwards = await eventsOf({ ...options, signal: AbortSignal.abort() })
    expect(afterwards.footer).toMatchObject({ interrupted: true, exitCode: 130 })
    expect(afterwards.cases).toEqual([])
  },
)

const [invokes] = twoContracts
const known: Deviation = {
  id: 'exits',
  place: { file: '', line: 1, column: 1 },
  contract: 'a/invokes',
  sdk: '*',
  versions: '*',
  fingerprint: 'a/invokes · step 1 · conduct · timed-out · pending',
  witness: { n: [] },
  instead: '',
  reason: '',
  seen: '',
}

test.each([
  ['a known way of failing is expected', 'never-settles', {}, { exitCode: 0, totals: { deviating: 1, violated: 0 } }],
  ['another way of failing is not', 'leaves-a-rejection', {}, { exitCode: 1, totals: { violated: 1, stale: 1 } }],
  ['one that no longer fails is stale', 'well-behaved', {}, { exitCode: 3, totals: { holds: 1, stale: 1 } }],
  [
    'one whose date has passed is expired',
    'never-settles',
    { until: '2026-11-20' },
    { exitCode: 3, totals: { expired: 1 } },
  ],
  [
    'one of another version is none',
    'never-settles',
    { sdk: '>=2', versions: '>=2' },
    { exitCode: 1, totals: { violated: 1 } },
  ],
])('deviations: %s', { timeout }, async (_, sdk, entry, footer) => {
  const selections = [{ pattern: 'a/*', contracts: invokes === undefined ? [] : [invokes] }]
  const options = optionsFor(fixtureSdk(sdk), { selections }, [{ ...known, ...entry }])
  expect((await eventsOf(options)).footer).toMatchObject(footer)
})
