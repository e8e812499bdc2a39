import type { CaseResult } from './model/verdict.ts'
import type { PlannedCase } from './model/plan.ts'
import { carryOut } from './carry-out.ts'
import { BackendLost } from './execute/execute-case.ts'
import { LoadFailure, type Lanes } from './execute/open-lanes.ts'
import { judgeAgain, type Doubtful } from './judge-again.ts'
import { judgeLoadFailure } from './judge/judge-load-failure.ts'
import { mightBeLoad } from './judge/might-be-load.ts'
import { repeat } from './repeat.ts'
import { tokenOf } from './replay.ts'

export interface SubjectRun {
  /** Every case of one subject. */
  readonly cases: readonly PlannedCase[]
  readonly openLanes: () => Lanes
  /** Resolves with a sentence when the subject ends by itself; left out: it cannot. */
  readonly ended?: Promise<string> | undefined
  /** Told once when it is gone: the rest of its cases are not run. */
  readonly onLost?: (why: string) => void
}

/**
 * One subject after the other, the cases of each side by side; what may have been load is judged once more when
 * nothing else is going on. Results are had as they come, by the place of the case in the plan; nothing where
 * the case was called off.
 */
export function runSubjects({
  subjects,
  times,
  stop,
}: {
  subjects: readonly SubjectRun[]
  /** How often each case is judged. */
  times: number
  stop: AbortSignal
}): { result: (planned: PlannedCase) => Promise<CaseResult | undefined>; close: () => Promise<void> } {
  const results = new Map(
    subjects.flatMap(({ cases }) =>
      cases.map((planned) => [planned.index, Promise.withResolvers<CaseResult | undefined>()] as const),
    ),
  )
  results.forEach(({ promise }) => void promise.catch(() => undefined))
  const settle = ({ index }: PlannedCase, result: CaseResult | undefined): void => results.get(index)?.resolve(result)
  let open: Lanes | undefined

  async function runAll(): Promise<void> {
    for (const subject of subjects) {
      open = subject.openLanes()
      await runOne(subject, open)
      await open.close()
    }
  }

  async function runOne({ cases, ended, onLost }: SubjectRun, lanes: Lanes): Promise<void> {
    const gone = new AbortController()
    const lose = (why: string): void => {
      if (!gone.signal.aborted) onLost?.(why)
      gone.abort()
    }
    void ended?.then(lose)
    const stopHere = AbortSignal.any([stop, gone.signal])
    const once = async (planned: PlannedCase): Promise<CaseResult | undefined> => {
      try {
        return await judgeOnce({ planned, lanes, stop: stopHere })
      } catch (error) {
        if (!(error instanceof BackendLost)) throw error
        // Its own last words say more than that nobody answers.
        lose((await Promise.race([ended, patience()])) ?? error.message)
        return undefined
      }
    }
    const doubtful = new Map<PlannedCase, Doubtful>()
    await Promise.all(
      cases.map(async (planned) => {
        const judge = (): Promise<CaseResult | undefined> => repeat(times, () => once(planned))
        const first = await judge()
        if (first === undefined || !mightBeLoad(first, planned.contract)) return settle(planned, first)
        doubtful.set(planned, { first, alone: judge, settle: (result) => settle(planned, result) })
      }),
    )
    await judgeAgain(cases.flatMap((planned) => doubtful.get(planned) ?? []))
  }

  const running = runAll().catch((error: unknown) => results.forEach(({ reject }) => reject(error)))
  return {
    result: ({ index }) => (results.get(index) as PromiseWithResolvers<CaseResult | undefined>).promise,
    async close() {
      await open?.close()
      await running
    },
  }
}

const patienceMs = 1000

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs).unref())
}

async function judgeOnce({
  planned,
  lanes,
  stop,
}: {
  planned: PlannedCase
  lanes: Lanes
  stop: AbortSignal
}): Promise<CaseResult | undefined> {
  try {
    return await carryOut({ planned, lanes, stop })
  } catch (error) {
    if (error instanceof LoadFailure) return notLoaded(planned, error)
    throw error
  }
}

/** An SDK that does not load fails whatever is drawn. */
function notLoaded(planned: PlannedCase, { message, owner }: LoadFailure): CaseResult {
  const replay = tokenOf({ planned, origin: { kind: 'path', path: '0' } })
  return judgeLoadFailure({ planned, message, owner, replay })
}
