import { explainLine, replayLine } from '../../command-lines.ts'
import { capital } from '../../quantity.ts'
import { showMismatch } from '../../show-mismatch.ts'
import type { Page } from '../terminal/page.ts'
import type { RedBlock } from '../terminal/red-blocks.ts'
import { identityOf, others, placed, statementsOf } from '../terminal/violation.ts'

/** A violation in the few lines that an annotation has room for; the counterexample and the exchange are a command away. */
export function findingLines({ finding, alike }: RedBlock, page: Page): string[] {
  const { header } = page.report
  const { event } = finding.result
  const { sentence, expected, observed } = showMismatch(finding.violation.mismatch, { width: 100, lines: 6 })
  return [
    identityOf(event, page).join(' · '),
    ...statementsOf(event, header).map(({ id, statement }) =>
      statement === undefined ? id : `${id} ${statement.document}, ${statement.section}: “${statement.quote}”`,
    ),
    `${capital(sentence)}.`,
    ...labelled('expected', expected),
    ...labelled('observed', observed),
    ...placed(finding.violation, page),
    ...others(alike, page),
    `run again  npx ${replayLine(finding.violation, event, header)}`,
    `explain    npx ${explainLine(event)}`,
  ]
}

/** What takes several lines stands below its name. */
function labelled(name: string, lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines
  return rest.length === 0 ? [`${name}  ${first}`] : [name, ...lines.map((line) => `  ${line}`)]
}
