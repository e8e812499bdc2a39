import { isRed } from '../../classify.ts'
import { commonCauses, type CommonCause } from '../../common-cause.ts'
import type { Finding, Result } from '../../fold.ts'
import { counted } from '../../quantity.ts'
import { groupAlike } from './alike.ts'
import type { Page } from './page.ts'

/** One thing to tell: a finding with all that say the same. */
export interface RedBlock {
  readonly finding: Finding
  readonly alike: readonly Finding[]
  /** What is said of an accident that everything on a subject shares, in the place of the promise. */
  readonly said?: string
}

/** What turns the run red, each once; an accident that everything shares is told once. */
export function redBlocks(page: Page): RedBlock[] {
  const causes = commonCauses(page.report.results)
  const shared = new Set(causes.flatMap((cause) => cause.results))
  const own = redFindings(page).filter(({ result }) => !shared.has(result))
  return [
    ...causes.flatMap((cause) => causeBlock(cause, page)),
    ...groupAlike(own).flatMap(([finding, ...alike]) => (finding === undefined ? [] : [{ finding, alike }])),
  ]
}

export function redFindings(page: Page): Finding[] {
  return page.report.violations.filter(({ result }) => isRedFinding(result, page))
}

function isRedFinding({ class: kind }: Result, { report }: Page): boolean {
  return kind !== 'untestable' && isRed(kind, { strict: report.header.strict ?? false })
}

/** None for what is not red. The first case stands for all: the others would say the same. */
function causeBlock({ subject, results }: CommonCause, page: Page): RedBlock[] {
  const [first] = results
  const violation = first?.unexpected[0]
  if (first === undefined || violation === undefined || !isRedFinding(first, page)) return []
  const said =
    `All ${counted(results.length, 'case')} that ran on ${subject} fail in one and the same way: ` +
    'look at the subject before the contracts.'
  return [{ finding: { result: first, violation }, alike: [], said }]
}
