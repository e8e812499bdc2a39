import type { Json, Row } from '../emulated.ts'

export type Wanted = { readonly rows: readonly unknown[] } | { readonly problem: string }

/**
 * What a query in an address wants of a list, as axios writes it: `q[field]=value`, `sort` (or `sort_by`), `limit`,
 * `skip`, `fields[]`; any other name is a field and the value that it shall have.
 */
export function rowsWanted(rows: readonly Row[], { query, sort }: { query: URLSearchParams; sort: string }): Wanted {
  const filters: [string, string][] = []
  for (const [name, value] of query) {
    if (known.has(name)) continue
    const [, field] = /^q\[([^[\]]+)\]$/.exec(name) ?? []
    if (field === undefined && /[[\]$]|^q$/.test(name))
      return { problem: `${name}: the emulator filters these by equality only` }
    filters.push([field ?? name, value])
  }
  const [limit, skip] = [wholeNumber(query.get('limit')), wholeNumber(query.get('skip'))]
  if (limit === 'none' || skip === 'none') return { problem: 'limit and skip are whole numbers, from 0' }
  const found = rows.filter((row) => filters.every(([field, value]) => textOf(at(row, field)) === value))
  const sorted = sortBy(found, query.get('sort') ?? query.get('sort_by') ?? sort)
  const page = sorted.slice(skip ?? 0, limit === undefined ? undefined : (skip ?? 0) + limit)
  const fields = [...query.getAll('fields[]'), ...query.getAll('fields').flatMap((list) => list.split(','))]
  return { rows: fields.length === 0 ? page : page.map((row) => pick(row, fields)) }
}

const known = new Set(['limit', 'skip', 'sort', 'sort_by', 'fields', 'fields[]'])

function wholeNumber(text: string | null): number | undefined | 'none' {
  if (text === null || text === '') return undefined
  return /^\d{1,9}$/.test(text) ? Number(text) : 'none'
}

function at(row: Row, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, key) => {
    const inside = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    return inside ? (value as Readonly<Record<string, Json>>)[key] : undefined
  }, row)
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value)
}

/** In order of insertion where the field is the same: of one millisecond there may be several. */
function sortBy(rows: readonly Row[], sort: string): readonly Row[] {
  const descending = sort.startsWith('-')
  const field = descending ? sort.slice(1) : sort
  const key = (row: Row): string | number => {
    const value = at(row, field)
    return typeof value === 'number' ? value : (textOf(value) ?? '')
  }
  const sorted = rows.toSorted((one, other) => compare(key(one), key(other)))
  return descending ? sorted.reverse() : sorted
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one) < String(other) ? -1 : Number(String(one) > String(other))
}

function pick(row: Row, fields: readonly string[]): Record<string, Json> {
  return Object.fromEntries(fields.flatMap((field) => (Object.hasOwn(row, field) ? [[field, row[field] ?? null]] : [])))
}
