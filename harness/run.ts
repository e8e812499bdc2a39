import type { FixtureNames } from './model/fixture-app.ts'
import type { CaseEvent, Event, FooterEvent } from './model/event.ts'
import type { Corpus } from './model/corpus.ts'
import type { Plan } from './model/plan.ts'
import type { Pinned } from './model/replay.ts'
import type { SdkSubject, Subject } from './model/subject.ts'
import { openLanes, type Lanes } from './execute/open-lanes.ts'
import type { Limits } from './execute/pool/limits.ts'
import { planCases } from './plan/plan-cases.ts'
import { profilesOf } from './plan/profiles.ts'
import type { Selection } from './plan/select.ts'
import { caseEvent, footer, header } from './run-events.ts'
import { runSubjects } from './run-subjects.ts'
import { classOf, isRed } from '../reports/classify.ts'

/** Everything a run depends on; nothing is taken from the surroundings. */
export interface RunOptions {
  readonly corpus: Corpus
  readonly selections: readonly Selection[]
  readonly suite: string
  readonly subjects: readonly Subject[]
  /** Backends by id: resolves with a sentence when one ends by itself. */
  readonly ended?: ReadonlyMap<string, Promise<string>>
  /** Of the fixture app: what is deployed at every backend, and which of it a case may lease. */
  readonly functions?: FixtureNames
  /** Threads of the first subject that were started ahead, by {@link openAhead}; they end with the run. */
  readonly ahead?: Lanes | undefined
  readonly seed: number
  readonly runs: number
  readonly jobs: number
  readonly limitMs: number
  /** How long threads are waited for; left out: as long as is usual. */
  readonly limits?: Limits
  readonly strict: boolean
  /** Judges each case so often, with the same draws; left out: once. */
  readonly repeat?: number
  /** Stop at the first case that turns the run red. */
  readonly bail?: boolean
  /** Arguments, besides the selection and the seed, that a line to run it again repeats. */
  readonly flags: readonly string[]
  readonly harness: string
  /** The one draw of the one selected case that is to be run again. */
  readonly pinned?: Pinned
  /** Folder of `$fixture` files. */
  readonly fixtures: string
  readonly environment: NodeJS.ProcessEnv
  readonly clock: { readonly date: () => Date; readonly now: () => number }
  /** A run that is told to stop lets the cases that are under way finish. */
  readonly signal: AbortSignal
}

/** The page of a thread, next to this one, whether built or not. */
export const laneScript: URL = new URL(import.meta.url.endsWith('.ts') ? './lane.ts' : './lane.js', import.meta.url)

/** contracts ─ load ─▶ plan ─▶ execute ─▶ judge ─▶ events: the whole way of a run, as it is reported. */
export async function* run(options: RunOptions): AsyncGenerator<Event, FooterEvent> {
  const { corpus, selections, subjects, seed, runs, pinned, functions, clock } = options
  const started = clock.now()
  const profiles = profilesOf(corpus)
  const plan = planCases({ ...corpus, selections, subjects, seed, runs, pinned, functions, profiles })
  yield header(options, plan)
  const cases: CaseEvent[] = []
  const lost: { subject: string; reason: string }[] = []
  for await (const event of runCases(options, plan, (subject, reason) => void lost.push({ subject, reason }))) {
    cases.push(event)
    yield event
  }
  const end = footer({ options, plan, cases, lost, durationMs: Math.round(clock.now() - started) })
  yield end
  return end
}

/** Cases run side by side; their events come in the order of the plan. */
async function* runCases(
  options: RunOptions,
  plan: Plan,
  onLost: (subject: string, reason: string) => void,
): AsyncGenerator<CaseEvent> {
  const bail = new AbortController()
  const today = options.clock.date().toISOString().slice(0, 10)
  const subjects = options.subjects.map((subject) => ({
    cases: plan.cases.filter((planned) => planned.subject === subject.id),
    openLanes: () => (subject === options.subjects[0] ? options.ahead : undefined) ?? lanesOf(options, subject),
    ended: options.ended?.get(subject.id),
    onLost: (reason: string) => onLost(subject.id, reason),
  }))
  const stop = AbortSignal.any([options.signal, bail.signal])
  const running = runSubjects({ subjects, times: options.repeat ?? 1, stop })
  try {
    for (const planned of plan.cases) {
      const result = await running.result(planned)
      if (result === undefined) continue
      const event = caseEvent({ planned, result, options, today })
      yield event
      if (options.bail === true && isRed(classOf(event), options)) bail.abort()
    }
  } finally {
    bail.abort()
    await running.close()
  }
}

/** Has threads load an SDK while its contracts are still being read. Whoever does not run must close them. */
export function openAhead(subject: SdkSubject, threads: Threads): Lanes {
  const lanes = lanesOf(threads, subject)
  lanes.warm()
  return lanes
}

export type Threads = Pick<RunOptions, 'jobs' | 'limitMs' | 'limits' | 'fixtures' | 'environment'>

/** The threads of one subject. */
export function lanesOf({ jobs, limitMs, limits, fixtures, environment }: Threads, subject: Subject): Lanes {
  const access = subject.kind === 'backend' ? { access: subject.access } : {}
  const data = { entry: subject.entry, limitMs, fixtures, ...access }
  // What stands behind a backend's functions has one address, so that one thread takes both seats.
  return openLanes({ script: laneScript, data, jobs: subject.kind === 'backend' ? 1 : jobs, environment, limits })
}
