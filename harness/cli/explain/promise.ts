import type { Contract } from '../../model/contract.ts'
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
  return [
    `Judges ${seats.join(' and ')}; level ${level}${only.sdk === undefined ? '' : `; only SDK ${only.sdk}`}`,
    ...(names.length === 0 ? [] : [`Rows: ${names.join(', ')}`]),
  ]
}
