import { caseClasses } from '../../classify.ts'
import type { Result } from '../../fold.ts'
import { visible } from '../../visible.ts'
import { indent } from '../../wrap.ts'
import { digitsOf, paintCounts } from './counts.ts'
import { markOf, type Page } from './page.ts'

/** One line a topic, the first folder of a contract's id; one block a subject where there are several. */
export function topics(page: Page): string[] {
  const { header, results } = page.report
  if (header.subjects.length < 2) return topicLines(results, page)
  return header.subjects.flatMap(({ id }, index) => {
    const own = results.filter((result) => result.event.subject === id)
    return [...(index > 0 ? [''] : []), `  ${page.ink.bold(visible(id))}`, ...topicLines(own, page)]
  })
}

export function topicOf(contract: string): string {
  return contract.split('/')[0] ?? contract
}

function topicLines(results: readonly Result[], page: Page): string[] {
  const byTopic = Map.groupBy(results, (result) => topicOf(result.event.contract.id))
  const column = Math.min(20, Math.max(0, ...[...byTopic.keys()].map((topic) => visible(topic).length)))
  const digits = digitsOf(byTopic.values())
  return [...byTopic].flatMap(([topic, cases]) => {
    const worst = caseClasses.find((kind) => cases.some((each) => each.class === kind)) ?? 'holds'
    const [first = '', ...rest] = paintCounts({ results: cases, page, width: page.width - column - 7, digits })
    return [`  ${markOf(worst, page.ink)} ${visible(topic).padEnd(column)}   ${first}`, ...indent(rest, column + 7)]
  })
}
