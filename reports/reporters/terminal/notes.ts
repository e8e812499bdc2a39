import { isRed } from '../../classify.ts'
import type { Finding } from '../../fold.ts'
import { counted } from '../../quantity.ts'
import { placeOf, showMismatch } from '../../show-mismatch.ts'
import { visible } from '../../visible.ts'
import { indent, wrap } from '../../wrap.ts'
import { levelWords, provenanceWords } from '../../words.ts'
import { explainLine } from './commands.ts'
import { labelled } from './labelled.ts'
import { heading, markOf, type Page } from './page.ts'

/** What does not turn the run red: a violated `should`, then what no document promises. Shorter than violations. */
export function notes(page: Page): string[] {
  const { report, ink } = page
  const strict = report.header.strict ?? false
  const amber = report.violations.filter(({ result }) => result.class === 'warning' && !isRed('warning', { strict }))
  const noted = report.violations.filter(({ result }) => result.class === 'noted')
  if (amber.length + noted.length === 0) return []
  const title = [
    ...(amber.length === 0 ? [] : [counted(amber.length, 'warning')]),
    ...(noted.length === 0 ? [] : [`${noted.length} noted`]),
  ].join(', ')
  const colour = amber.length > 0 ? ink.yellow : ink.cyan
  return [heading(title, page, colour), ...[...amber, ...noted].flatMap((finding) => ['', ...showNote(finding, page)])]
}

function showNote({ result, violation }: Finding, page: Page): string[] {
  const { ink, width } = page
  const { contract } = result.event
  const { expected, observed } = showMismatch(violation.mismatch, { width: width - 14 })
  const [title = '', ...rest] = wrap(visible(contract.title), width - 2)
  return [
    `${markOf(result.class, ink)} ${title}`,
    ...indent(rest, 2),
    ...indent(wrap(`${whyNoted(result.event.contract)} · ${placeOf(violation.mismatch)}`, width - 2).map(ink.dim), 2),
    ...indent(labelled({ label: 'expected', lines: shortened(expected), ink, width: width - 4 }), 4),
    ...indent(labelled({ label: 'observed', lines: shortened(observed), ink, width: width - 4 }), 4),
    `  ${ink.dim(explainLine(result.event))}`,
  ]
}

/** Why it is no red: the level, or where the promise comes from and the reason that was written down. */
function whyNoted({ level, provenance }: Finding['result']['event']['contract']): string {
  if (provenance.kind === 'documented') return levelWords[level]
  return `${provenanceWords[provenance.kind]}: ${visible(provenance.reason)}`
}

const mostLines = 3

function shortened(lines: readonly string[]): string[] {
  return lines.length <= mostLines ? [...lines] : [...lines.slice(0, mostLines), '…']
}
