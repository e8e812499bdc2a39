import type { CaseResult } from '../../../harness/model/verdict.ts'
import { count } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { indent, wrap } from '../../wrap.ts'
import { liesWith } from '../../words.ts'
import { heading, type Page } from './page.ts'

/** What the subject does not claim, and why it was not asked. On request: the counts tell that there is some. */
export function inapplicable(page: Page): string[] {
  const { report, ink, width } = page
  const found = report.results.filter((result) => result.class === 'inapplicable')
  if (found.length === 0) return []
  const byReason = Map.groupBy(found, ({ event }) => whyNot(event.result))
  const entries = [...byReason].flatMap(([reason, results]) => [
    '',
    ...wrap(visible(reason), width - 2).map((line, index) => (index === 0 ? `– ${line}` : `  ${line}`)),
    ...indent(results.flatMap(({ event }) => wrap(visible(event.id), width - 4)).map(ink.dim), 4),
  ])
  return [heading(`${count(found.length)} inapplicable`, page, ink.dim), ...entries]
}

function whyNot({ reason = 'no reason was given', owner }: CaseResult): string {
  return owner === undefined ? reason : `${reason} (${liesWith(owner)})`
}
