import type { Json, Row } from '../../emulated.ts'
import { filterOf } from '../filter.ts'
import { inTime } from '../in-time.ts'
import type { Fields } from '../known-fields.ts'
import { compareValues, orderOf } from '../order.ts'
import type { Scope } from '../scope.ts'
import { visible } from '../visible.ts'
import { groupsOf } from './groups.ts'
import { measured } from './measures.ts'
import { specOf } from './spec.ts'

/** "up to 1,000 rows" */
const mostRows = 1000

/** "The server groups the records you can read and returns one row per group". */
export function aggregate(scope: Scope, body: Json): { rows: readonly Fields[]; truncated: boolean } {
  const spec = specOf(body, scope.schema)
  const records = visible(scope, spec.query).map(({ seen }): Row => seen)
  const rows = groupsOf(records, spec).map(({ by, members }) => ({ ...by, ...measured(members, spec) }))
  const kept = inOrder(having(rows, spec.having), spec.sort)
  const limit = Math.min(spec.limit, mostRows)
  return { rows: kept.slice(0, limit), truncated: kept.length > limit }
}

function having(rows: readonly Fields[], query: Json | undefined): readonly Fields[] {
  const { test, mayHang } = filterOf(query)
  const kept = (): readonly Fields[] => rows.filter(test)
  return mayHang ? inTime(kept) : kept()
}

/** Without a sort, and where it leaves a choice, groups stand in the order of what they are grouped by. */
function inOrder(rows: readonly Fields[], sort: string | undefined): readonly Fields[] {
  if (sort === undefined) return rows
  const { field, direction } = orderOf(sort)
  const value = (row: Fields): Json => (Object.hasOwn(row, field) ? (row[field] ?? null) : null)
  return rows.toSorted((a, b) => compareValues(value(a), value(b)) * direction)
}
