import type { Encoded } from '../../model/value.ts'
import type { Problem } from '../../model/problem.ts'
import type { Cell, PromiseTable } from '../../model/table.ts'
import { objectFrom } from '../../language/own.ts'
import type { Complain } from '../complaints.ts'
import { tablesGrammar } from '../grammar/table.ts'
import { fieldOf, fieldsOf, textOf, textsOf } from '../look.ts'
import { suggest } from '../nearest.ts'
import type { Path } from '../yaml/path.ts'
import type { Source } from '../yaml/source.ts'
import { misreference } from './cases.ts'
import type { KnownContracts } from './cases.ts'
import { readList } from './read-list.ts'

const shape = tablesGrammar()

interface Check {
  readonly table: Encoded
  readonly path: Path
  readonly known: KnownContracts
  readonly statements: readonly string[] | undefined
  readonly complain: Complain
}

/** A file of `contracts/tables`: every way × member has a cell, and every cell a case that exists or a reason. */
export function readTables({ source, known, statements }: Pick<Check, 'known' | 'statements'> & { source: Source }): {
  readonly loaded: readonly PromiseTable[]
  readonly problems: readonly Problem[]
} {
  const { entries, complain, problems } = readList({ source, shape })
  const tables = entries.map(({ value, index }) => {
    checkTable({ table: value, path: [index], known, statements, complain })
    return tableFrom(value, source, [index])
  })
  return { loaded: problems.length === 0 ? tables : [], problems }
}

function checkTable(check: Check): void {
  const { table, path, statements, complain } = check
  for (const [index, id] of textsOf(fieldOf(table, 'statements'))) {
    if (statements === undefined || statements.includes(id)) continue
    complain({
      path: [...path, 'statements', index],
      seen: `the unknown statement \`${id}\``,
      wanted: suggest(id, statements),
    })
  }
  const cells = fieldOf(table, 'cells')
  const ways = fieldsOf(fieldOf(table, 'ways')).map(([way]) => way)
  checkKeys({ of: cells, known: ways, path: [...path, 'cells'], noun: 'way', complain })
  for (const [way, row] of fieldsOf(cells)) checkWay({ ...check, row, path: [...path, 'cells', way] })
}

function checkWay({ row, ...check }: Check & { row: Encoded }): void {
  const { table, path, complain } = check
  if (standsForAll(row)) return checkCell({ ...check, cell: row })
  const members = membersOf(table)
  checkKeys({ of: row, known: members, path, noun: 'member', complain })
  for (const [member, cell] of fieldsOf(row)) checkCell({ ...check, cell, path: [...path, member] })
}

function checkCell({ cell, path, known, complain }: Check & { cell: Encoded }): void {
  const text = textOf(cell)
  if (text === undefined) return
  const [id = '', row] = text.split('#')
  const wrong = misreference({ id, row, known })
  if (wrong !== undefined) complain({ path, seen: wrong.seen, wanted: `${wrong.wanted}; or { reason: … }` })
}

/** Each of the known keys, and no other. */
function checkKeys({
  of,
  known,
  path,
  noun,
  complain,
}: {
  of: Encoded | undefined
  known: readonly string[]
  path: Path
  noun: string
  complain: Complain
}): void {
  const present = fieldsOf(of).map(([key]) => key)
  for (const key of present.filter((key) => !known.includes(key))) {
    complain({ path: [...path, key], part: 'key', seen: `the unknown ${noun} \`${key}\``, wanted: suggest(key, known) })
  }
  for (const key of known.filter((key) => !present.includes(key))) {
    complain({
      path,
      part: 'key',
      seen: `no cell for the ${noun} \`${key}\``,
      wanted: 'a case (`contract#row`) or { reason: … }',
    })
  }
}

/** One case or one reason behind a way stands for all members. */
function standsForAll(row: Encoded): boolean {
  return typeof row === 'string' || (fieldsOf(row).length === 1 && textOf(fieldOf(row, 'reason')) !== undefined)
}

function membersOf(table: Encoded): readonly string[] {
  return textsOf(fieldOf(table, 'members')).map(([, member]) => member)
}

function tableFrom(table: Encoded, source: Source, path: Path): PromiseTable {
  const members = membersOf(table)
  const cells = fieldsOf(fieldOf(table, 'cells')).map(([way, row]) => {
    const own = standsForAll(row) ? members.map((member) => [member, row] as const) : fieldsOf(row)
    return [way, objectFrom(own.map(([member, cell]) => [member, cellFrom(cell)]))] as const
  })
  return { ...(table as unknown as PromiseTable), cells: objectFrom(cells), place: source.place(path) }
}

function cellFrom(cell: Encoded): Cell {
  const text = textOf(cell)
  return text === undefined
    ? { kind: 'reason', reason: textOf(fieldOf(cell, 'reason')) ?? '' }
    : { kind: 'case', case: text }
}
