import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { FooterEvent } from '../../model/event.ts'
import { redact } from '../../../reports/redact.ts'
import { stabilise } from '../../../reports/stabilise.ts'
import { run, type RunOptions } from '../../run.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'
import { keepLog } from '../kept-logs.ts'
import { openReporters } from '../reporting.ts'
import { secretsIn } from '../secrets.ts'
import { selectionsOf } from '../selection.ts'
import { subjectsOf } from '../subjects-of.ts'

/** What `run` may be asked. */
export interface RunRequest {
  readonly sdk?: readonly string[]
  /** Dependencies that each of them is judged with, as `axios@1.6.2`. */
  readonly with?: readonly string[]
  readonly suite: string
  readonly contract?: readonly string[]
  readonly runs?: number
  readonly seed?: number
  readonly jobs?: number
  readonly report?: readonly string[]
  /** False with `--no-known`: recorded deviations count as any other violation. */
  readonly known: boolean
  readonly strict?: boolean
  readonly bail?: boolean
  /** Judges each case so often, with the same draws. */
  readonly repeat?: number
  /** Milliseconds a step may take before it counts as hung; nothing in a contract is timed. */
  readonly timeout?: number
}

export const defaultLimitMs = 5000
export const defaultRuns = 100

export async function runCommand({
  request,
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
  const corpus = await corpusOf(home)
  const { selections, suite } = selectionsOf({ corpus, suite: request.suite, patterns: request.contract ?? [] })
  const asked = openReporters({ requests: request.report ?? [], console, now: () => performance.now() })
  const reporters = keep ? [keepLog(console), ...asked] : asked
  const subjects = await subjectsOf(request, { console, home })
  const options: RunOptions = {
    corpus: request.known ? corpus : { ...corpus, deviations: [] },
    selections,
    suite: suite.name,
    subjects,
    seed: request.seed ?? randomInt(2 ** 31),
    runs: request.runs ?? suite.runs ?? defaultRuns,
    jobs: request.jobs ?? availableParallelism(),
    limitMs: request.timeout ?? defaultLimitMs,
    strict: request.strict ?? false,
    bail: request.bail ?? false,
    repeat: request.repeat ?? 1,
    flags: flagsOf(request),
    harness: home.version,
    fixtures: home.fixtures,
    environment: console.environment,
    clock: { date: () => new Date(), now: () => performance.now() },
    signal: console.signal,
  }
  return report({ options, reporters, console, home })
}

function flagsOf({ sdk = [], with: replacing = [], runs, known, strict, repeat, timeout }: RunRequest): string[] {
  return [
    ...sdk.flatMap((spec) => ['--sdk', spec]),
    ...replacing.flatMap((replacement) => ['--with', replacement]),
    ...(runs === undefined ? [] : ['--runs', String(runs)]),
    ...(known ? [] : ['--no-known']),
    ...(strict === true ? ['--strict'] : []),
    ...(repeat === undefined ? [] : ['--repeat', String(repeat)]),
    ...(timeout === undefined ? [] : ['--timeout', String(timeout)]),
  ]
}

/** Events are made fit to be written before anyone sees them. */
async function report({
  options,
  reporters,
  console,
  home,
}: {
  options: RunOptions
  reporters: ReturnType<typeof openReporters>
  console: Console
  home: Home
}): Promise<number> {
  const secrets = secretsIn(console.environment)
  const prefixes = Object.fromEntries([
    ...options.subjects.map(({ directory }) => [directory, '‹sdk›'] as const),
    [home.root, '‹harness›'],
  ])
  let last: FooterEvent | undefined
  for await (const event of run(options)) {
    const written = stabilise(redact(event, { secrets, tokens: new Map() }), { prefixes })
    for (const reporter of reporters) reporter.event(written)
    if (event.kind === 'footer') last = event
  }
  for (const reporter of reporters) await reporter.end?.()
  return last?.exitCode ?? 4
}
