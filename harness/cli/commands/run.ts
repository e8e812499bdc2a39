import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Corpus } from '../../model/corpus.ts'
import type { FooterEvent } from '../../model/event.ts'
import type { Pinned } from '../../model/replay.ts'
import type { SdkSubject } from '../../model/subject.ts'
import type { Suite } from '../../model/suite.ts'
import type { Selection } from '../../plan/select.ts'
import { openAhead, type RunOptions } from '../../run.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import { eventsOf } from '../events-of.ts'
import type { Home } from '../home.ts'
import { keepLog } from '../kept-logs.ts'
import { replayOf } from '../replay-of.ts'
import { openReporters } from '../reporting.ts'
import { requestOf } from '../request.ts'
import { selectionsOf, usualSuite } from '../selection.ts'
import { subjectsOf } from '../subjects-of.ts'

/** What `run` may be asked. */
export interface RunRequest {
  readonly sdk?: readonly string[]
  /** Dependencies that each of them is judged with, as `axios@1.6.2`. */
  readonly with?: readonly string[]
  /** Left out: the usual one. */
  readonly suite?: string
  readonly contract?: readonly string[]
  readonly runs?: number
  readonly seed?: number
  /** Token of one counterexample, in the place of a selection. */
  readonly replay?: string
  readonly jobs?: number
  readonly report?: readonly string[]
  /** False with `--no-known`: recorded deviations count as any other violation. */
  readonly known?: boolean
  readonly strict?: boolean
  readonly bail?: boolean
  /** Judges each case so often, with the same draws. */
  readonly repeat?: number
  /** Milliseconds a step may take before it counts as hung; nothing in a contract is timed. */
  readonly timeout?: number
  /** The configuration that was named, or false with `--no-config`. */
  readonly config?: string | false
}

export const defaultLimitMs = 5000
export const defaultRuns = 100

export async function runCommand({
  request: flags,
  console,
  home,
  keep = true,
}: {
  request: RunRequest
  console: Console
  home: Home
  /** Whether the log is kept for the commands that look back. */
  keep?: boolean
}): Promise<number> {
  const request = requestOf({ flags, project: home.project, cwd: console.cwd })
  const ahead = await startAhead({ request, console, home })
  try {
    const { options, reporters } = await prepare({ request, flags, ahead, console, home, keep })
    return await report({ options: { ...options, ahead: ahead?.lanes }, reporters, home })
  } finally {
    await ahead?.lanes.close()
  }
}

interface Ahead {
  readonly subjects: readonly SdkSubject[]
  readonly lanes: ReturnType<typeof openAhead>
}

/** The default SDK is at hand: it is loaded while the contracts are read. What has to be looked for waits for them. */
async function startAhead({
  request,
  console,
  home,
}: {
  request: RunRequest
  console: Console
  home: Home
}): Promise<Ahead | undefined> {
  if (request.sdk !== undefined || request.with !== undefined) return undefined
  const subjects = await subjectsOf({}, { console, home, say: console.stderr.write })
  const [subject] = subjects
  if (subject === undefined) return undefined
  const { environment } = console
  const threads = { jobs: jobsOf(request), limitMs: limitOf(request), fixtures: home.fixtures, environment }
  return { subjects, lanes: openAhead(subject, threads) }
}

/** All that can be wrong before anything is judged. */
async function prepare({
  request,
  flags,
  ahead,
  console,
  home,
  keep,
}: {
  request: RunRequest
  flags: RunRequest
  ahead: Ahead | undefined
  console: Console
  home: Home
  keep: boolean
}): Promise<{ options: RunOptions; reporters: ReturnType<typeof openReporters> }> {
  const corpus = await corpusOf(home)
  const replay = replayOf({ request: flags, corpus })
  const selected = selectionsFor(replay === undefined ? request : { ...request, contract: [replay.id] }, corpus)
  const asked = openReporters({ requests: request.report ?? [], console, now: () => performance.now() })
  // A replay is a second look at a run that is kept; its log would take the place of that run's.
  const reporters = keep && replay === undefined ? [keepLog(console), ...asked] : asked
  const say = (text: string): void => console.stderr.write(`${text}\n`)
  const subjects = ahead?.subjects ?? (await subjectsOf(request, { console, home, say }))
  const pinned = replay?.pinned
  const options = optionsOf({ request, flags, corpus, ...selected, pinned, subjects, surroundings: console, home })
  return { options, reporters }
}

/** The contracts that are asked for. */
export function selectionsFor({ suite, contract = [] }: RunRequest, corpus: Corpus): ReturnType<typeof selectionsOf> {
  return selectionsOf({ corpus, suite: suite ?? usualSuite(corpus), patterns: contract })
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
  surroundings,
  home,
}: {
  request: RunRequest
  /** What a line to run it again repeats; the configuration is there again by itself. */
  flags: RunRequest
  corpus: Corpus
  selections: readonly Selection[]
  suite: Suite
  /** The one draw that is asked for; left out: as many as `runs` says. */
  pinned?: Pinned | undefined
  subjects: readonly SdkSubject[]
  surroundings: Pick<Console, 'environment' | 'signal'>
  home: Home
}): RunOptions {
  return {
    corpus: request.known === false ? { ...corpus, deviations: [] } : corpus,
    selections,
    suite: suite.name,
    subjects,
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

function jobsOf({ jobs }: RunRequest): number {
  return jobs ?? availableParallelism()
}

function limitOf({ timeout }: RunRequest): number {
  return timeout ?? defaultLimitMs
}

function flagsOf({
  sdk = [],
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
    ...replacing.flatMap((replacement) => ['--with', replacement]),
    ...(runs === undefined ? [] : ['--runs', String(runs)]),
    ...(known === undefined ? [] : [known ? '--known' : '--no-known']),
    ...(strict === undefined ? [] : [strict ? '--strict' : '--no-strict']),
    ...(repeat === undefined ? [] : ['--repeat', String(repeat)]),
    ...(timeout === undefined ? [] : ['--timeout', String(timeout)]),
    ...(config === undefined ? [] : config === false ? ['--no-config'] : ['--config', config]),
  ]
}

async function report({
  options,
  reporters,
  home,
}: {
  options: RunOptions
  reporters: ReturnType<typeof openReporters>
  home: Home
}): Promise<number> {
  let last: FooterEvent | undefined
  for await (const event of eventsOf(options, home)) {
    for (const reporter of reporters) reporter.event(event)
    if (event.kind === 'footer') last = event
  }
  for (const reporter of reporters) await reporter.end?.()
  return last?.exitCode ?? 4
}
