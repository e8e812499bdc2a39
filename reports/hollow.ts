import type { CaseEvent } from '../harness/model/event.ts'

/** Nearly everything that was asked of a subject ended in the same failure, so that little was judged. */
export interface Hollow {
  readonly subject: string
  /** `status 401`, `TypeError`, `timed-out`. */
  readonly ending: string
  readonly steps: number
  readonly of: number
}

/** Fewer steps than this say nothing of a run. */
const fewest = 20
/** Contracts ask for failures, too, but for many kinds of them: of the whole suite on a sound SDK, none is a tenth. */
const nearly = 0.8

/** The subjects of which nearly every step ended in one failure, whether the contracts held or not. */
export function hollowSubjects(cases: readonly CaseEvent[]): Hollow[] {
  const bySubject = Map.groupBy(cases, ({ subject }) => subject)
  return [...bySubject].flatMap(([subject, events]) => {
    const endings = added(events)
    const of = Object.values(endings).reduce((total, steps) => total + steps, 0)
    const failures = Object.entries(endings).filter(([ending]) => ending !== 'ok')
    return failures
      .filter(([, steps]) => of >= fewest && steps / of >= nearly)
      .map(([ending, steps]) => ({ subject, ending, steps, of }))
  })
}

function added(events: readonly CaseEvent[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { result } of events)
    for (const [ending, steps] of Object.entries(result.endings ?? {})) sums[ending] = (sums[ending] ?? 0) + steps
  return sums
}
