import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { thirdParty, type FixtureNames } from '../model/fixture-app.ts'
import type { Seat } from '../model/contract.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Pinned } from '../model/replay.ts'
import type { Subject } from '../model/subject.ts'
import type { Suite } from '../model/suite.ts'
import { fixtureFunctions } from '../load/fixture-functions.ts'
import type { Selection } from '../plan/select.ts'
import type { RunOptions } from '../run.ts'
import type { Console } from './console.ts'
import type { Home } from './home.ts'
import { defaultLimitMs, defaultRuns, type RunRequest } from './run-request.ts'
import { selectionsOf, usualSuite } from './selection.ts'

/** The contracts that are asked for: without a word about it, for each seat what is usual there. */
export function selectionsFor(
  { suite, contract = [], sdk, backend }: RunRequest,
  corpus: Corpus,
): ReturnType<typeof selectionsOf> {
  const seats = seatsOf({ sdk, backend })
  const suites = suite === undefined ? seats.map((seat) => usualSuite(corpus, seat)) : [suite]
  return selectionsOf({ corpus, suites, seats, patterns: contract })
}

/** What is judged: backends where they are named, SDKs where they are, or where nothing is. */
export function seatsOf({
  sdk,
  backend,
}: {
  sdk?: readonly string[] | undefined
  backend?: readonly string[] | undefined
}): Seat[] {
  const judgesSdks = sdk !== undefined || backend === undefined
  return [...(judgesSdks ? (['sdk'] as const) : []), ...(backend === undefined ? [] : (['backend'] as const))]
}

/** Everything a run depends on, from what is asked and from the surroundings. */
export function optionsOf({
  request,
  flags,
  corpus,
  selections,
  suite,
  pinned,
  subjects,
  ended,
  surroundings,
  home,
}: {
  request: RunRequest
  /** What a line to run it again repeats; the configuration is there again by itself. */
  flags: RunRequest
  corpus: Corpus
  selections: readonly Selection[]
  suite: Pick<Suite, 'name' | 'runs'>
  /** The one draw that is asked for; left out: as many as `runs` says. */
  pinned?: Pinned | undefined
  subjects: readonly Subject[]
  /** Backends by id: resolves with a sentence when one ends by itself. */
  ended?: ReadonlyMap<string, Promise<string>> | undefined
  surroundings: Pick<Console, 'environment' | 'signal'>
  home: Home
}): RunOptions {
  return {
    corpus: request.known === false ? { ...corpus, deviations: [] } : corpus,
    selections,
    suite: suite.name,
    subjects,
    ...(ended && { ended }),
    functions: fixtureNames(home),
    seed: request.seed ?? (pinned === undefined ? randomInt(2 ** 31) : 0),
    ...(pinned && { pinned }),
    runs: request.runs ?? suite.runs ?? defaultRuns,
    jobs: jobsOf(request),
    limitMs: limitOf(request),
    strict: request.strict ?? false,
    bail: request.bail ?? false,
    repeat: request.repeat ?? 1,
    flags: flagsOf(flags),
    harness: home.version,
    fixtures: home.fixtures,
    environment: surroundings.environment,
    clock: { date: () => new Date(), now: () => performance.now() },
    signal: surroundings.signal,
  }
}

export function jobsOf({ jobs }: RunRequest): number {
  return jobs ?? availableParallelism()
}

export function limitOf({ timeout }: RunRequest): number {
  return timeout ?? defaultLimitMs
}

/** What contracts call by name is not leased. */
export function fixtureNames({ fixtures }: Home): FixtureNames {
  const all = fixtureFunctions(fixtures)
  const leased = all.filter(({ kind }) => kind === 'plain' || kind === 'odd')
  return { deployed: [...all.map(({ name }) => name), thirdParty], leased: leased.map(({ name }) => name) }
}

function flagsOf({
  sdk = [],
  backend = [],
  allowWrites = [],
  rate,
  with: replacing = [],
  runs,
  known,
  strict,
  repeat,
  timeout,
  config,
}: RunRequest): string[] {
  return [
    ...sdk.flatMap((spec) => ['--sdk', spec]),
    ...backend.flatMap((spec) => ['--backend', spec]),
    ...allowWrites.flatMap((host) => ['--allow-writes', host]),
    ...(rate === undefined ? [] : ['--rate', String(rate)]),
    ...replacing.flatMap((replacement) => ['--with', replacement]),
    ...(runs === undefined ? [] : ['--runs', String(runs)]),
    ...(known === undefined ? [] : [known ? '--known' : '--no-known']),
    ...(strict === undefined ? [] : [strict ? '--strict' : '--no-strict']),
    ...(repeat === undefined ? [] : ['--repeat', String(repeat)]),
    ...(timeout === undefined ? [] : ['--timeout', String(timeout)]),
    ...(config === undefined ? [] : config === false ? ['--no-config'] : ['--config', config]),
  ]
}
