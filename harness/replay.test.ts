import { beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from './model/corpus.ts'
import type { CaseEvent } from './model/event.ts'
import type { SdkSubject } from './model/subject.ts'
import type { Pinned } from './model/replay.ts'
import type { CaseResult, Violation } from './model/verdict.ts'
import { redact } from '../reports/redact.ts'
import { stabilise } from '../reports/stabilise.ts'
import { carryOut } from './carry-out.ts'
import { corpusOf } from './cli/corpus.ts'
import { findHome } from './cli/home.ts'
import { replayOf } from './cli/replay-of.ts'
import { resolveSdks } from './execute/subjects/resolve-sdks.ts'
import { openLanes } from './execute/open-lanes.ts'
import { contractDrawing } from './fixtures/planned.ts'
import { contractWithoutDraws, eventsOf, fixtureSdk, optionsFor } from './fixtures/options.ts'
import { generators } from './generators/index.ts'
import { planCases } from './plan/plan-cases.ts'
import { select } from './plan/select.ts'
import { findDraw } from './replay.ts'
import { caseEvent } from './run-events.ts'
import { laneScript, type RunOptions } from './run.ts'

const timeout = 180_000
const home = findHome()
let corpus: Corpus
beforeAll(async () => void (corpus = await corpusOf(home)))

async function sdkAt(spec: string | undefined): Promise<SdkSubject> {
  const surroundings = { cwd: home.fixtures, own: home.root, cache: '', environment: {}, say: () => undefined }
  const specs = spec === undefined ? [] : [spec]
  const request = { specs, replacing: [], runtimeVersion: process.versions.node, ...surroundings }
  return (await resolveSdks(request))[0] as SdkSubject
}

interface Told {
  readonly id: string
  readonly verdict: string
  readonly owner: string | undefined
  readonly evidence: Violation
}

/** Everything that a run finds, and what a replay of each finds. */
async function replayEach(options: RunOptions, known: Corpus): Promise<{ before: Told; after: Told }[]> {
  const { cases } = await eventsOf(options)
  const found = cases.flatMap((event) => event.result.violations.map((violation) => told(event, violation)))
  const after = await replayAll({ tokens: found.map(({ evidence }) => evidence.replay), options, known })
  return found.map((before, index) => ({ before, after: after[index] as Told }))
}

/** All in the same threads, as a run of each would do it in its own. */
async function replayAll({
  tokens,
  options,
  known,
}: {
  tokens: readonly string[]
  options: RunOptions
  known: Corpus
}): Promise<Told[]> {
  const { subjects, limitMs, fixtures, environment, limits, jobs, corpus, signal } = options
  const [subject] = subjects as [SdkSubject]
  const data = { entry: subject.entry, limitMs, fixtures }
  const lanes = openLanes({ script: laneScript, data, jobs, environment, limits })
  const one = async (token: string): Promise<Told> => {
    const replay = replayOf({ request: { replay: token }, corpus: known })
    if (replay === undefined) throw new Error('a token was given')
    const selections = [select(replay.id, known.contracts)]
    const { cases } = planCases({ ...options, selections, ...corpus, pinned: replay.pinned, seed: 0, runs: 100 })
    const [planned] = cases
    if (planned === undefined || cases.length > 1) throw new Error('a token names one case')
    const result = await carryOut({ planned, lanes, stop: signal })
    expect(result?.violations, token).toHaveLength(1)
    const event = caseEvent({ planned, result: result as CaseResult, options, today: '2026-11-21' })
    return told(event, event.result.violations[0] as Violation)
  }
  try {
    return await Promise.all(tokens.map(one))
  } finally {
    await lanes.close()
  }
}

/** What a report says of a violation, but for how it was found. */
function told(event: CaseEvent, { fingerprint, replay }: Violation): Told {
  const written = stabilise(redact(event, { secrets: [], tokens: new Map() }), { prefixes: {} }) as CaseEvent
  const found = written.result.violations.find((each) => each.fingerprint === fingerprint)
  const { draws: _, shrinks: __, ...evidence } = found as Violation
  const text = JSON.stringify({ ...evidence, replay }, (key, value: unknown) => (key === 'duration' ? 0 : value))
  const { verdict, owner } = written.result
  return { id: event.id, verdict, owner, evidence: JSON.parse(text) as Violation }
}

describe('each violation is replayed: the same verdict, fingerprint, counterexample and exchanges', () => {
  const real = { loadMs: 15_000, blockedMs: 6000, graceMs: 500 }

  it.each([
    ['the broken SDK', './broken-sdk', 500],
    ['the SDK of today, its deviations not known', undefined, 5000],
  ])('%s', { timeout }, async (_, spec, limitMs) => {
    const subject = await sdkAt(spec)
    const { contracts } = corpus
    const options = optionsFor(subject, {
      corpus: { ...corpus, deviations: [] },
      selections: [{ pattern: '**', contracts }],
      runs: 30,
      jobs: 2,
      limitMs,
      limits: real,
      fixtures: home.fixtures,
    })
    const pairs = await replayEach(options, corpus)
    expect(pairs.length).toBeGreaterThan(20)
    const tokens = pairs.map(({ before }) => before.evidence.replay)
    const kinds = spec === undefined ? [/@all:/, /@-$/] : [/@all:/, /@-$/, /@-?\d+:\d+(:\d+)+\./]
    for (const kind of kinds) expect(tokens.filter((token) => kind.test(token))).not.toEqual([])
    for (const { before, after } of pairs) expect(after).toEqual(before)
  })

  it.each(['loops-for-ever', 'exits-for-some', 'never-settles', 'leaves-a-rejection'])(
    'an SDK that takes its thread down, or hangs: %s',
    { timeout },
    async (name) => {
      const options = optionsFor(fixtureSdk(name))
      const pairs = await replayEach(options, { ...options.corpus, suites: corpus.suites })
      expect(pairs.length).toBeGreaterThan(0)
      for (const { before, after } of pairs) expect(after).toEqual(before)
    },
  )

  it('an SDK that does not load', { timeout }, async () => {
    const options = optionsFor(fixtureSdk('throws-on-import'))
    const { cases } = await eventsOf(options)
    const token = cases[0]?.result.violations[0]?.replay as string
    const replay = replayOf({ request: { replay: token }, corpus: { ...options.corpus, suites: corpus.suites } })
    const again = await eventsOf({ ...options, selections: options.selections, pinned: replay?.pinned as Pinned })
    expect(again.cases[0]?.result).toEqual(cases[0]?.result)
  })

  it('a witness that no draw is like, also on a version of which it is not recorded', { timeout }, async () => {
    const recorded = corpus.deviations.find(({ backend, row }) => backend === undefined && row !== undefined)
    if (recorded === undefined) throw new Error('there is a deviation of a row on an SDK')
    const witness = { ...recorded.witness, value: 'only the witness' }
    const known = { ...corpus, deviations: [{ ...recorded, witness }] }
    const id = `${recorded.contract}#${recorded.row}`
    const options = optionsFor(await sdkAt(undefined), {
      corpus: known,
      selections: [select(id, corpus.contracts)],
      limits: real,
      limitMs: 5000,
    })
    const token = `${recorded.contract}:${recorded.row}@witness:${recorded.id}`
    const [again] = await replayAll({ tokens: [token], options, known })
    expect(again).toMatchObject({
      evidence: { counterexample: witness, replay: token, fingerprint: recorded.fingerprint },
    })
    const elsewhere = { ...known, deviations: known.deviations.map((one) => ({ ...one, versions: '<0.1.0' })) }
    expect(await replayAll({ tokens: [token], options: { ...options, corpus: elsewhere }, known: elsewhere })).toEqual([
      again,
    ])
  })
})

it('a replay on an SDK that keeps the promise holds, with one draw and no witness', { timeout }, async () => {
  const options = optionsFor(fixtureSdk('well-behaved'))
  const { cases, footer } = await eventsOf({
    ...options,
    selections: [select('a/invokes', options.corpus.contracts)],
    pinned: { draw: { n: [1] }, token: 'a/invokes@1:0' },
  })
  expect(cases[0]?.result).toMatchObject({ verdict: 'holds', runs: 1, witnessed: {} })
  expect(footer.exitCode).toBe(0)
})

describe('a draw that cannot be had again', () => {
  const drawing = contractDrawing({ a: { kind: 'one-of', values: [1, 2] } })
  const nothing = contractWithoutDraws('a/b', 'functions.invoke')
  it.each([
    ['draws-now', drawing, { kind: 'nothing' }],
    ['draws-no-more', nothing, { kind: 'seeded', seed: 1, path: '0' }],
    ['no-such-draw', drawing, { kind: 'listed', path: '2' }],
    ['no-such-draw', drawing, { kind: 'listed', path: '1:0:0:0' }],
    ['another-draw', drawing, { kind: 'listed', path: '1', check: '0000' }],
    ['no-such-deviation', drawing, { kind: 'witness', deviation: 'nobody' }],
  ] as const)('%s', (kind, contract, place) => {
    expect(findDraw({ contract, place, generators, deviations: [] })).toEqual({ kind })
  })

  it('is not one that is there', () => {
    const place = { kind: 'listed', path: '1' } as const
    expect(findDraw({ contract: drawing, place, generators, deviations: [] })).toEqual({
      kind: 'found',
      draw: { a: 2 },
    })
  })
})
