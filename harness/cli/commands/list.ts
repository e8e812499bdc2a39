import type { Seat } from '../../model/contract.ts'
import type { Corpus } from '../../model/corpus.ts'
import { faults } from '../../faults/index.ts'
import { generators } from '../../generators/index.ts'
import { nearest } from '../../load/nearest.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'
import { UsageError } from '../usage-error.ts'
import { models } from '../../../suites/models/index.ts'

export const listable = ['contracts', 'suites', 'statements', 'generators', 'models', 'faults', 'deviations'] as const
export type Listable = (typeof listable)[number]

/** One line of a list. */
interface Listed {
  readonly id: string
  readonly title: string
  /** Whom it judges, where that is a question. */
  readonly seats?: readonly Seat[]
  readonly [detail: string]: unknown
}

export async function listCommand({
  what,
  json,
  console,
  home,
}: {
  what: Listable
  json: boolean
  console: Console
  home: Home
}): Promise<number> {
  if (!listable.includes(what)) {
    const guess = nearest(what, listable)
    throw new UsageError(
      `there is no list of "${what}"${guess ? `; did you mean ${guess}?` : '.'} Lists: ${listable.join(', ')}.`,
    )
  }
  const items = lists[what](await corpusOf(home))
  console.stdout.write(`${json ? JSON.stringify(items, null, 2) : columns(items)}\n`)
  return 0
}

function columns(items: readonly Listed[]): string {
  const rows = items.map(({ id, seats, title }) => [id, ...(seats === undefined ? [] : [seats.join(' ')]), title])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell)))
  return lines.map((line) => line.join('  ')).join('\n')
}

const lists: Readonly<Record<Listable, (corpus: Corpus) => Listed[]>> = {
  contracts: ({ contracts }) =>
    contracts.map(({ id, title, level, cites, provenance, rows, seats, forAll }) => {
      const names = rows.flatMap(({ name }) => name ?? [])
      return { id, title, level, cites, provenance, rows: names, seats, property: Object.keys(forAll).length > 0 }
    }),
  suites: ({ suites }) => suites.map(({ name, ...suite }) => ({ id: name, ...suite })),
  statements: ({ statements }) =>
    statements.map(({ id, statement, judges, document, section, quote }) => {
      return { id, title: statement, judges, document, section, quote }
    }),
  generators: () =>
    Object.values(generators).map(({ name, title, members = [], classes }) => {
      return { id: name, title, members, classes: Object.keys(classes) }
    }),
  models: () =>
    Object.values(models).map(({ name, title, seats, classes }) => {
      return { id: name, title, seats, classes: Object.keys(classes) }
    }),
  faults: () => Object.values(faults).map(({ id, title }) => ({ id, title })),
  deviations: ({ deviations }) => deviations.map(({ place: _place, ...entry }) => ({ ...entry, title: entry.instead })),
}
