import type { Contract, Seat } from '../../model/contract.ts'
import type { Corpus } from '../../model/corpus.ts'

/** What is promised, by whom, in which words. */
export function promiseOf({ cites, rows, provenance }: Contract, { statements }: Corpus): string[] {
  const all = [...new Set([...cites, ...rows.flatMap((row) => row.cites)])]
  const quotes = statements
    .filter(({ id }) => all.includes(id))
    .flatMap(({ id, document, section, quote }) => [`  ${id}  “${quote}”`, `         ${document}, ${section}`])
  const source = { documented: 'Documented', observed: 'Observed, no document says it', disputed: 'Disputed' }[
    provenance.kind
  ]
  const reason = provenance.kind === 'documented' ? [] : [`  ${provenance.reason}`]
  return [`${source}:`, ...reason, ...quotes]
}

/** Who can be judged by it, and how much it weighs. */
export function judgedOf({ seats, level, only, rows }: Contract): string[] {
  const names = rows.flatMap(({ name }) => name ?? [])
  const ranges = [only.sdk && `only SDK ${only.sdk}`, only.backend && `only backend ${only.backend}`]
  return [
    [`Judges ${seats.map((seat) => judged[seat]).join(' and ')}`, `level ${level}`, ...ranges.filter(Boolean)].join(
      '; ',
    ),
    ...(names.length === 0 ? [] : [`Rows: ${names.join(', ')}`]),
  ]
}

const judged: Readonly<Record<Seat, string>> = { sdk: 'SDKs', backend: 'backends' }
