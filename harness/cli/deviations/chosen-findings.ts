import type { CaseEvent } from '../../model/event.ts'
import { globToRegExp } from '../../language/glob.ts'
import { nearest } from '../../load/nearest.ts'
import type { Finding, Report } from '../../../reports/fold.ts'
import { UsageError } from '../usage-error.ts'

/** The findings that are asked for. */
export interface Chosen {
  readonly findings: readonly Finding[]
  /** Left out unless they are named: what turns no run red. */
  readonly noted: number
  /** Named cases with nothing to record. */
  readonly without: readonly CaseEvent[]
}

/** Everything unexpected that a run may be red for, or all that is unexpected in the named cases. */
export function chosenFindings({
  report,
  names,
  log,
}: {
  report: Report
  names: readonly string[]
  /** As the user would write it. */
  log: string
}): Chosen {
  const findings = report.violations
  if (names.length === 0) {
    const counting = findings.filter(({ result }) => result.class !== 'noted')
    return { findings: counting, noted: findings.length - counting.length, without: [] }
  }
  const events = report.results.map(({ event }) => event)
  const named = new Set(names.flatMap((name) => eventsNamed({ name, events, log })))
  const chosen = findings.filter(({ result }) => named.has(result.event))
  const found = new Set(chosen.map(({ result }) => result.event))
  return { findings: chosen, noted: 0, without: [...named].filter((event) => !found.has(event)) }
}

function eventsNamed({ name, events, log }: { name: string; events: readonly CaseEvent[]; log: string }): CaseEvent[] {
  const [glob = '', row] = name.split('#')
  const matching = globToRegExp(glob)
  const found = events.filter(
    ({ contract }) =>
      (contract.id === glob || matching.test(contract.id)) && (row === undefined || contract.row === row),
  )
  if (found.length > 0) return found
  const known = new Set(events.flatMap(({ id, contract }) => [id, contract.id]))
  const guess = nearest(name, known)
  const hint = guess === undefined ? '' : `; did you mean ${guess}?`
  throw new UsageError(
    `looked for ${name} in the run that ${log} tells: it was not judged there${hint} Name a case that was, or run it first.`,
  )
}
