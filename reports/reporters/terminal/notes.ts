import { isRed } from '../../classify.ts'
import type { Finding } from '../../fold.ts'
import { count, counted } from '../../quantity.ts'
import { placeOf, showMismatch } from '../../show-mismatch.ts'
import { visible } from '../../visible.ts'
import { indent, wrap } from '../../wrap.ts'
import { levelWords, liesWith, provenanceWords } from '../../words.ts'
import { groupAlike, sayRows } from './alike.ts'
import { explainLine } from '../../command-lines.ts'
import { labelled } from './labelled.ts'
import { heading, markOf, type Page } from './page.ts'

/** What does not turn the run red: a violated `should`, then what no document promises. One block a contract. */
export function notes(page: Page): string[] {
  const { report, ink } = page
  const strict = report.header.strict ?? false
  const amber = report.violations.filter(({ result }) => result.class === 'warning' && !isRed('warning', { strict }))
  const noted = report.violations.filter(({ result }) => result.class === 'noted')
  if (amber.length + noted.length === 0) return []
  const contracts = Map.groupBy(
    [...amber, ...noted],
    ({ result: { event } }) => `${event.subject} ${event.contract.id}`,
  )
  const title = [
    ...(amber.length === 0 ? [] : [counted(casesIn(amber), 'warning')]),
    ...(noted.length === 0 ? [] : [`${count(casesIn(noted))} noted`]),
  ].join(', ')
  const colour = amber.length > 0 ? ink.yellow : ink.cyan
  return [heading(title, page, colour), ...[...contracts.values()].flatMap((found) => ['', ...showNotes(found, page)])]
}

function casesIn(findings: readonly Finding[]): number {
  return new Set(findings.map(({ result }) => result)).size
}

function showNotes(findings: readonly Finding[], page: Page): string[] {
  const { ink, width } = page
  const [first] = findings
  if (first === undefined) return []
  const { class: kind, event } = first.result
  const [title = '', ...rest] = wrap(visible(event.contract.title), width - 2)
  return [
    `${markOf(kind, ink)} ${title}`,
    ...indent(rest, 2),
    ...indent(wrap(whyNoted(event), width - 2).map(ink.dim), 2),
    ...groupAlike(findings).flatMap((alike) => showNote(alike, page)),
    `  ${ink.dim(explainLine(event))}`,
  ]
}

/** Expected beside observed, once for all rows that say the same. */
function showNote(alike: readonly Finding[], { ink, width, report }: Page): string[] {
  const [first] = alike
  if (first === undefined) return []
  const { event } = first.result
  const { expected, observed } = showMismatch(first.violation.mismatch, { width: width - 16, lines: mostLines })
  const where = [
    placeOf(first.violation.mismatch),
    ...(report.header.subjects.length > 1 ? [visible(event.subject)] : []),
    ...[sayRows(alike.map(({ result }) => result.event))].filter((rows) => rows !== undefined),
  ].join(' · ')
  return [
    ...indent(wrap(where, width - 4), 4),
    ...indent(labelled({ label: 'expected', lines: expected, ink, width: width - 6 }), 6),
    ...indent(labelled({ label: 'observed', lines: observed, ink, width: width - 6 }), 6),
  ]
}

const mostLines = 4

/** Why it is no red: the level, or where the promise comes from and the reason that was written down. */
function whyNoted({ contract: { level, provenance }, result }: Finding['result']['event']): string {
  const owner = result.owner === undefined ? '' : `; ${liesWith(result.owner)}`
  if (provenance.kind === 'documented') return levelWords[level] + owner
  return `${provenanceWords[provenance.kind]}: ${visible(provenance.reason)}${owner}`
}
