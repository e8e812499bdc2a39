import type { Contract, Seat } from '../model/contract.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Suite } from '../model/suite.ts'
import { nearest } from '../load/nearest.ts'
import { suiteOfAll } from '../load/sources.ts'
import { select, type Selection } from '../plan/select.ts'
import { UsageError } from './usage-error.ts'

/** The suite that is meant where none is named: a user's own contracts belong to what is judged. */
export function usualSuite({ suites }: Corpus, seat: Seat = 'sdk'): string {
  if (seat === 'backend') return 'backend'
  return suites.some(({ name }) => name === suiteOfAll) ? suiteOfAll : 'sdk'
}

/** What a run judges: the suite's contracts, or of all contracts those that patterns name. */
export function selectionsOf({
  corpus,
  suites,
  seats,
  patterns,
}: {
  corpus: Corpus
  /** One, or one for each seat. */
  suites: readonly string[]
  /** What is judged. */
  seats: readonly Seat[]
  patterns: readonly string[]
}): { selections: Selection[]; suite: Pick<Suite, 'name' | 'runs'> } {
  const chosen = suites.map((suite) => suiteNamed(suite, corpus))
  const selections =
    patterns.length > 0
      ? patterns.map((pattern) => selectionNamed(pattern, corpus))
      : chosen.flatMap(({ contracts, seat }) =>
          contracts.map((pattern) => ({ ...select(pattern, corpus.contracts), ...(chosen.length > 1 && { seat }) })),
        )
  const unjudged = seats.find((seat) => !selections.some((selection) => judges(selection, seat)))
  if (unjudged !== undefined) {
    throw new UsageError(`selected contracts: none of them judges ${articles[unjudged]}.`)
  }
  const [first] = chosen
  return { selections, suite: { ...first, name: chosen.map(({ name }) => name).join(' and ') } }
}

function judges({ contracts, seat: only }: Selection, seat: Seat): boolean {
  return (only ?? seat) === seat && contracts.some(({ seats }) => seats.includes(seat))
}

const articles: Readonly<Record<Seat, string>> = { sdk: 'an SDK', backend: 'a backend' }

/** What a pattern selects, whoever is judged by it. */
export function selectionNamed(pattern: string, corpus: Corpus): Selection {
  const selection = select(pattern, corpus.contracts)
  if (selection.contracts.length === 0) throw noMatch(pattern, corpus)
  return selection
}

/** Each of them once. */
export function contractsIn(selections: readonly Selection[]): Contract[] {
  return [...new Set(selections.flatMap(({ contracts }) => contracts))]
}

export function suiteNamed(name: string, { suites }: Corpus): Suite {
  const found = suites.find((suite) => suite.name === name)
  if (found !== undefined) return found
  const names = suites.map((suite) => suite.name)
  const guess = nearest(name, names)
  throw new UsageError(`looked for the suite "${name}": there is none${did(guess)} Suites: ${names.join(', ')}.`)
}

function noMatch(pattern: string, { contracts }: Corpus): UsageError {
  const [glob = '', row] = pattern.split('#')
  const contract = contracts.find(({ id }) => id === glob)
  if (contract !== undefined && row !== undefined) {
    const rows = contract.rows.flatMap(({ name }) => name ?? [])
    if (rows.length === 0)
      return new UsageError(`looked for the contract "${pattern}": ${glob} has no rows. Leave #${row} out.`)
    return new UsageError(
      `looked for the contract "${pattern}": ${glob} has no row "${row}"${did(nearest(row, rows))} Rows: ${rows.join(', ')}.`,
    )
  }
  const ids = contracts.map(({ id }) => id)
  const isGlob = /[*?[{]/.test(glob)
  const what = isGlob ? `no contract matches the pattern "${pattern}"` : `there is no contract "${pattern}"`
  return new UsageError(
    `selected contracts: ${what}${did(nearest(glob, ids) ?? nearestEnd(glob, ids))} All of them: base44-conformance list`,
  )
}

/** The nearest by the last part of an id, for names written without their topic. */
function nearestEnd(name: string, ids: readonly string[]): string | undefined {
  const ends = new Map(ids.map((id) => [id.slice(id.lastIndexOf('/') + 1), id]))
  const end = nearest(name.slice(name.lastIndexOf('/') + 1), [...ends.keys()])
  return end === undefined ? undefined : ends.get(end)
}

/** The end of a sentence. */
function did(guess: string | undefined): string {
  return guess === undefined ? '.' : `; did you mean ${guess}?`
}
