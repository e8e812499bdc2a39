import pc from 'picocolors'
import type { Corpus } from '../model/corpus.ts'
import { judges } from '../model/statement.ts'
import type { CheckRequest } from './commands/check.ts'
import type { Coverage } from './coverage.ts'

/** What is there, and which statements it covers, by document and by who can keep or break them. */
export function coveragePage({
  corpus,
  coverage,
  request,
  colour,
}: {
  corpus: Corpus
  coverage: Coverage
  request: CheckRequest
  colour: boolean
}): string {
  const { bold, dim } = pc.createColors(colour)
  const title = row(['document', 'judges', 'covered', 'excluded', 'open'])
  const counts = rowsOf(coverage).map(({ cells, open }) => `${row(cells)}  ${dim(briefly(open))}`)
  const blocks = [
    counted(corpus, request),
    [bold(title), ...counts],
    listed('Excluded:', excluded(corpus)).map(dim),
    listed('Open until something else is there:', waiting(corpus, coverage)).map(dim),
    [dim(request.static === true ? asNamed : planted)],
  ]
  const told = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${told.join('\n\n')}\n`
}

const asNamed = 'A fault that is named counts as caught here; without --static each one of SDKs is planted.'
const planted = 'Faults of SDKs were planted; those of backends count as named: prove --backend plants them.'

function counted(
  { contracts, suites, deviations, tables, statements }: Corpus,
  { documents }: Pick<CheckRequest, 'documents'>,
): string[] {
  const cells = tables.flatMap(({ cells }) => Object.values(cells).flatMap((each) => Object.values(each))).length
  const drawing = contracts.filter(({ forAll }) => Object.keys(forAll).length > 0).length
  const both = contracts.filter(({ seats }) => seats.length > 1).length
  const ofBackends = contracts.filter(({ seats }) => seats.every((seat) => seat === 'backend')).length
  const seats = `${both} judge SDKs and backends, ${ofBackends} backends only`
  return [
    `${contracts.length} contracts (${drawing} draw values; ${seats}), ${suites.length} suites, ${deviations.length} deviations, ${tables.length} tables with ${cells} cells: no mistake`,
    `${statements.length} statements${documents === undefined ? '' : ', every quote stands in its document'}`,
  ]
}

function rowsOf({ documents }: Coverage): { cells: string[]; open: readonly string[] }[] {
  return Object.entries(documents).flatMap(([document, byJudge]) =>
    judges.flatMap((judge) => {
      const found = byJudge[judge]
      if (found === undefined) return []
      const { covered, excluded, open } = found
      const counts = [covered, excluded, open].map((ids) => String(ids.length))
      return [{ cells: [document, judge, ...counts], open }]
    }),
  )
}

const columns = [24, 14, -8, -10, -6]

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => pad(cell, columns[index] ?? 0)).join('')
}

/** To the left, or with a negative width to the right. */
function pad(text: string, width: number): string {
  return width < 0 ? text.padStart(-width) : text.padEnd(width)
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
}

function excluded({ statements }: Corpus): string[] {
  return statements.flatMap(({ id, excluded: why }) =>
    why === undefined ? [] : [`${id}  ${why.because}: ${why.reason}`],
  )
}

function waiting({ statements }: Corpus, coverage: Coverage): string[] {
  const open = new Set(rowsOf(coverage).flatMap((each) => each.open))
  return statements.flatMap(({ id, waits }) => (waits !== undefined && open.has(id) ? [`${id}  ${waits}`] : []))
}

/** Open statements by id, as many as fit. */
function briefly(ids: readonly string[]): string {
  return ids.length <= 6 ? ids.join(' ') : `${ids.slice(0, 6).join(' ')} and ${ids.length - 6} more`
}
