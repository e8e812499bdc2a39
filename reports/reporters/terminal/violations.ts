import { count } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { indent, wrap } from '../../wrap.ts'
import { heading, type Page } from './page.ts'
import { redBlocks, redFindings, type RedBlock } from './red-blocks.ts'
import { showCommands, showEvidence, showViolation } from './violation.ts'

/** What turns the run red, each with its evidence. */
export function violations(page: Page): string[] {
  const blocks = redBlocks(page).map((block) => showBlock(block, page))
  if (blocks.length === 0) return []
  return [heading(title(page), page, page.ink.red), ...blocks.flatMap((block) => ['', ...block])]
}

function title(page: Page): string {
  const red = redFindings(page)
  const cases = new Set(red.map(({ result }) => result)).size
  const ways = cases === red.length ? '' : ` in ${count(red.length)} ways`
  return `${count(cases)} violated${ways}`
}

function showBlock({ finding, alike, said }: RedBlock, page: Page): string[] {
  if (said === undefined) return showViolation(finding, page, alike)
  const { ink, width } = page
  const [top = '', ...rest] = wrap(visible(said), width - 2)
  const lines = [`${ink.red('✗')} ${ink.bold(top)}`, ...indent(rest.map(ink.bold), 2)]
  return [...lines, ...showEvidence(finding, page), ...showCommands(finding, page)]
}
