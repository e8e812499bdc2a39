import type { CaseEvent, Event, FooterEvent } from './model/event.ts'
import type { Corpus } from './model/corpus.ts'
import type { Plan, PlannedCase } from './model/plan.ts'
import type { Pinned } from './model/replay.ts'
import type { SdkSubject } from './model/subject.ts'
import type { CaseResult } from './model/verdict.ts'
import { carryOut } from './carry-out.ts'
import { LoadFailure, openLanes, type Lanes } from './execute/open-lanes.ts'
import type { Limits } from './execute/pool/limits.ts'
import { judgeLoadFailure } from './judge/judge-load-failure.ts'
import { planCases } from './plan/plan-cases.ts'
import type { Selection } from './plan/select.ts'
import { tokenOf } from './replay.ts'
import { caseEvent, footer, header } from './run-events.ts'

/** Everything a run depends on; nothing is taken from the surroundings. */
export interface RunOptions {
  readonly corpus: Corpus
  readonly selections: readonly Selection[]
  readonly suite: string
  readonly subjects: readonly SdkSubject[]
  readonly seed: number
  readonly runs: number
  readonly jobs: number
  readonly limitMs: number
  /** How long threads are waited for; left out: as long as is usual. */
  readonly limits?: Limits
  readonly strict: boolean
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
  const { corpus, selections, subjects, seed, runs, pinned, clock } = options
  const started = clock.now()
  const plan = planCases({ selections, subjects, deviations: corpus.deviations, seed, runs, pinned })
  yield header(options, plan)
  const cases: CaseEvent[] = []
  for await (const event of runCases(options, plan)) {
    cases.push(event)
    yield event
  }
  const end = footer({ options, plan, cases, durationMs: Math.round(clock.now() - started) })
  yield end
  return end
}

/** Cases run side by side; their events come in the order of the plan. */
async function* runCases(options: RunOptions, plan: Plan): AsyncGenerator<CaseEvent> {
  const { subjects, signal } = options
  const lanes = new Map(subjects.map((subject) => [subject.id, lanesOf(options, subject)]))
  const today = options.clock.date().toISOString().slice(0, 10)
  try {
    const running = plan.cases.map((planned) =>
      carryOut({ planned, lanes: lanes.get(planned.subject) as Lanes, stop: signal }).catch((error: unknown) => {
        if (error instanceof LoadFailure) return notLoaded(planned, error)
        throw error
      }),
    )
    running.forEach((result) => void result.catch(() => undefined))
    for (const [index, planned] of plan.cases.entries()) {
      const result = await running[index]
      if (result !== undefined) yield caseEvent({ planned, result, options, today })
    }
  } finally {
    await Promise.all([...lanes.values()].map((one) => one.close()))
  }
}

/** An SDK that does not load fails whatever is drawn. */
function notLoaded(planned: PlannedCase, { message, owner }: LoadFailure): CaseResult {
  const replay = tokenOf({ planned, origin: { kind: 'path', path: '0' } })
  return judgeLoadFailure({ planned, message, owner, replay })
}

function lanesOf({ corpus, jobs, limitMs, limits, fixtures, environment }: RunOptions, subject: SdkSubject): Lanes {
  const data = { entry: subject.entry, wire: corpus.wire, limitMs, fixtures }
  return openLanes({ script: laneScript, data, jobs, environment, limits })
}
