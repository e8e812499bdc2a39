import type { Result, SeenDeviation } from '../../fold.ts'
import { counted } from '../../quantity.ts'
import { showMismatch } from '../../show-mismatch.ts'
import { levelWords, ownerWords, provenanceWords } from '../../words.ts'
import type { Page } from '../terminal/page.ts'
import { code, prose, table } from './inert.ts'

/** A heading, and a table of which as many rows are shown as there is room. */
export interface List {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What is not told at length: could not be tested, out of date, noted, known. */
export function lists({ report }: Page): List[] {
  const of = (kinds: readonly string[]): Result[] => report.results.filter((result) => kinds.includes(result.class))
  const noted = of(report.header.strict === true ? ['noted'] : ['warning', 'noted'])
  const outdated = [...report.stale.map(outdatedRow('stale')), ...report.expired.map(outdatedRow('expired'))]
  const all = [
    { title: 'untestable', head: ['case', 'why', 'whose'], rows: of(['untestable']).map(untestableRow) },
    { title: 'recorded deviations are out of date', head: ['deviation', 'is', 'whose'], rows: outdated },
    { title: 'noted, not red', head: ['case', 'because', 'what is seen', 'whose'], rows: noted.map(notedRow) },
    {
      title: 'known deviations',
      head: ['promise', 'instead', 'deviation', 'whose'],
      rows: report.deviations.map(knownRow),
    },
  ]
  return all
    .filter(({ rows }) => rows.length > 0)
    .map((list) => ({ ...list, title: `${list.rows.length} ${list.title}` }))
}

/** As many rows as fit; what is cut is said. */
export function showList({ title, head, rows }: List, room: number): string[] {
  const shown = [...rows]
  const lines = (): string[] => {
    const left = rows.length - shown.length
    const cut = left === 0 ? [] : ['', `${counted(left, 'further row')} left out: no room.`]
    return [`### ${title}`, '', ...table(head, shown), ...cut]
  }
  while (shown.length > 0 && lines().join('\n').length > room) shown.pop()
  return lines()
}

function untestableRow({ event }: Result): string[] {
  const { reason = 'no reason was given', owner } = event.result
  return [code(event.id), prose(reason), owner === undefined ? '' : ownerWords[owner].name]
}

function outdatedRow(kind: 'stale' | 'expired'): (seen: SeenDeviation) => string[] {
  return ({ deviation, owner }) => [code(deviation.id), kind, ownerWords[owner].name]
}

function notedRow({ event, unexpected: [first] }: Result): string[] {
  const { level, provenance } = event.contract
  const why = provenance.kind === 'documented' ? levelWords[level] : provenanceWords[provenance.kind]
  const seen = first === undefined ? '' : prose(showMismatch(first.mismatch, { width: 100 }).sentence)
  return [code(event.id), why, seen, event.result.owner === undefined ? '' : ownerWords[event.result.owner].name]
}

function knownRow({ deviation, event, owner }: SeenDeviation): string[] {
  const row = event.contract.row === undefined ? '' : ` (${code(event.contract.row)})`
  return [prose(event.contract.title) + row, prose(deviation.instead), code(deviation.id), ownerWords[owner].name]
}
