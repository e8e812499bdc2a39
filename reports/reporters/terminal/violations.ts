import { isRed } from '../../classify.ts'
import { commonCauses, type CommonCause } from '../../common-cause.ts'
import type { Finding, Result } from '../../fold.ts'
import { count, counted } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { indent, wrap } from '../../wrap.ts'
import { groupAlike } from './alike.ts'
import { heading, type Page } from './page.ts'
import { showCommands, showEvidence, showViolation } from './violation.ts'

/** What turns the run red, each with its evidence; an accident that everything shares is told once. */
export function violations(page: Page): string[] {
  const { report, ink } = page
  const causes = commonCauses(report.results)
  const shared = new Set(causes.flatMap((cause) => cause.results))
  const red = report.violations.filter(({ result }) => isRedFinding(result, page))
  const own = red.filter(({ result }) => !shared.has(result))
  const blocks = [
    ...causes.flatMap((cause) => showCause(cause, page)),
    ...groupAlike(own).flatMap(([first, ...alike]) => (first === undefined ? [] : [showViolation(first, page, alike)])),
  ]
  if (blocks.length === 0) return []
  return [heading(title(red), page, ink.red), ...blocks.flatMap((block) => ['', ...block])]
}

function isRedFinding({ class: kind }: Result, { report }: Page): boolean {
  return kind !== 'untestable' && isRed(kind, { strict: report.header.strict ?? false })
}

function title(red: readonly Finding[]): string {
  const cases = new Set(red.map(({ result }) => result)).size
  const ways = cases === red.length ? '' : ` in ${count(red.length)} ways`
  return `${count(cases)} violated${ways}`
}

/** One block, or none for what is not red. The first case stands for all: the others would say the same. */
function showCause({ subject, results }: CommonCause, page: Page): string[][] {
  const [first] = results
  const violation = first?.unexpected[0]
  if (first === undefined || violation === undefined || !isRedFinding(first, page)) return []
  const finding = { result: first, violation }
  const said =
    `All ${counted(results.length, 'case')} that ran on ${visible(subject)} fail in one and the same way: ` +
    'look at the subject before the contracts.'
  const [top = '', ...rest] = wrap(said, page.width - 2)
  const lines = [`${page.ink.red('✗')} ${page.ink.bold(top)}`, ...indent(rest.map(page.ink.bold), 2)]
  return [[...lines, ...showEvidence(finding, page), ...showCommands(finding, page)]]
}
