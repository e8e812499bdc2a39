import type { CaseEvent, Totals } from '../harness/model/event.ts'
import { classOf, type CaseClass } from './classify.ts'

/** Counts cases, each once: the classes and `notRun` add up to `planned`. Stale and expired count entries. */
export function totalsOf(cases: readonly CaseEvent[], planned: number): Totals {
  const classes = cases.map(classOf)
  const of = (kind: CaseClass): number => classes.filter((each) => each === kind).length
  return {
    holds: of('holds'),
    violated: of('violated'),
    noted: of('noted') + of('warning'),
    warnings: of('warning'),
    deviating: of('deviating'),
    untestable: of('untestable'),
    inapplicable: of('inapplicable'),
    notRun: Math.max(0, planned - cases.length),
    stale: distinct(cases.flatMap((each) => each.standing.stale)),
    expired: distinct(cases.flatMap((each) => each.standing.expired)),
    draws: sum(cases.map((each) => each.result.runs)),
    calls: sum(cases.map((each) => each.result.calls)),
  }
}

function distinct(ids: readonly string[]): number {
  return new Set(ids).size
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
