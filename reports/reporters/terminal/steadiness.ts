import { hollowSubjects, type Hollow } from '../../hollow.ts'
import { count, counted } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { flow, hang, indent } from '../../wrap.ts'
import type { Page } from './page.ts'

/** What makes the verdict worth less than it looks: a hollow run, cases that are not steady, a machine that is busy. */
export function steadiness(page: Page): string[] {
  return [...hollow(page), ...unsteady(page), ...load(page), ...leftovers(page)]
}

/** What a run made and could not remove is for whoever keeps the backend. */
function leftovers({ report, ink, width }: Page): string[] {
  const left = report.results.flatMap(({ event: { subject, result } }) =>
    (result.leftovers ?? []).map((one) => `${visible(subject)}: ${visible(one)}`),
  )
  if (left.length === 0) return []
  const said = hang(`! ${counted(left.length, 'record')} of this run could not be removed:`, { width })
  return [...said.map(ink.yellow), ...indent(left.flatMap((one) => hang(one, { width: width - 2 })).map(ink.dim), 2)]
}

function hollow({ report, ink, width }: Page): string[] {
  const found = hollowSubjects(report.results.map(({ event }) => event))
  return found.flatMap((each) => hang(`! ${sayHollow(each)}`, { width }).map(ink.yellow))
}

function sayHollow({ subject, ending, steps, of }: Hollow): string {
  return (
    `This run looks hollow: ${count(steps)} of ${count(of)} steps on ${visible(subject)} ended alike (${visible(ending)}). ` +
    `What it says is worth little until that is understood; look at the first violation.`
  )
}

function unsteady({ report, ink, width }: Page): string[] {
  return report.results.flatMap(({ event: { id, result } }) => {
    const { repeated } = result
    if (repeated === undefined || repeated.alike === repeated.times) return []
    const often = `${counted(repeated.times, 'time')} judged, ${count(repeated.alike)} alike`
    return hang(`! ${visible(id)} is unsteady: ${often}, with the same draws.`, { width }).map(ink.yellow)
  })
}

function load({ report, ink, width }: Page): string[] {
  const held = report.results.filter(({ event }) => event.result.again?.held === true)
  if (held.length === 0) return []
  const ids = flow(
    held.map(({ event }) => visible(event.id)),
    width - 2,
  )
  const said = hang(
    `! ${counted(held.length, 'case')} took too long beside others and held alone; the machine is busy (--jobs 1, --timeout).`,
    { width },
  )
  return [...said.map(ink.yellow), ...indent(ids.map(ink.dim), 2)]
}
