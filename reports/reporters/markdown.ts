import type { Report } from '../fold.ts'
import { counted } from '../quantity.ts'
import { lists, showList } from './markdown/lists.ts'
import { summary } from './markdown/summary.ts'
import { violationBlock } from './markdown/violation.ts'
import { reportAtEnd, type Reporter, type Sink } from './reporter.ts'
import { pageFor, type Page } from './terminal/page.ts'
import { redBlocks } from './terminal/red-blocks.ts'

/** GitHub takes 65,536 characters in an issue, a comment or a pull request; some are left for the reader's own. */
export const mostCharacters = 60_000

/** A report for an issue or a pull request: the verdict, then each violation as one would hand it on. */
export function markdownReporter(sink: Sink): Reporter {
  return reportAtEnd(sink, renderMarkdown)
}

export function renderMarkdown(report: Report): string {
  const page = pageFor(report, { colour: false, width: 100 })
  const top = summary(page).join('\n')
  const parts = [top, ...violationParts(page, mostForViolations - top.length)]
  for (const list of lists(page)) {
    const room = mostCharacters - parts.join('\n\n').length - 200
    if (room > 0) parts.push(showList(list, room).join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}

/** The rest is for the tables: what is known is listed, however much is new. */
const mostForViolations = 48_000

/** Each whole while there is room; then without what went over the wire; what does not fit is counted. */
function violationParts(page: Page, room: number): string[] {
  const blocks = redBlocks(page)
  if (blocks.length === 0) return []
  const parts: string[] = []
  let left = room
  let cut = 0
  for (const block of blocks) {
    const shown = [true, false]
      .map((exchanges) => violationBlock(block, page, { exchanges }).join('\n'))
      .find((text) => text.length + 2 <= left)
    if (shown === undefined) cut++
    else {
      parts.push(shown)
      left -= shown.length + 2
    }
  }
  const rest = `… ${counted(cut, 'further violation is', 'further violations are')} left out: no room. All of them: \`npx base44-conformance report\``
  return [`### ${counted(blocks.length, 'violation')}`, ...parts, ...(cut === 0 ? [] : [rest])]
}
