import type { HonoRequest } from 'hono'
import type { Json } from '../emulated.ts'
import { isObject } from '../rules/fields.ts'
import { valueAt } from '../rules/fields.ts'
import { cursorText, walkOf, type Walk } from './cursor.ts'
import { mostRecords } from './list.ts'
import { comparePlaces, compareValues, inOrder, newestFirst, orderOf, placeOf, type Place } from './order.ts'
import { countOf, fieldsOf, picked, queryOf } from './parameters.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { visible } from './visible.ts'

export interface Page {
  readonly items: readonly unknown[]
  readonly next_cursor: string | null
  readonly has_more: boolean
}

/** "Maximum number of records per page, up to 5,000. Defaults to 100."; of values up to 1,000. */
const fallback = 100
const mostValues = 1000

/** `list(options)` and `filter(query, options)`: one page of records, or of the distinct values of a field. */
export function page(scope: Scope, request: HonoRequest): Page {
  const { walk, after } = walkOf(request.query('cursor'), askedFor(request))
  const field = walk['distinct']
  const most = field === undefined ? mostRecords : mostValues
  const limit = countOf(request, 'limit', { least: 1, fallback, most })
  return typeof field === 'string'
    ? pageOfValues(scope, { walk, after, limit, field })
    : pageOfRecords(scope, { walk, after, limit })
}

/** What this request says of the walk; what it leaves out, the cursor may know. */
function askedFor(request: HonoRequest): Walk {
  const asked = {
    query: queryOf(request),
    sort: request.query('sort'),
    fields: fieldsOf(request),
    distinct: request.query('distinct'),
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Walk
}

interface Part {
  readonly walk: Walk
  readonly after: Json | undefined
  readonly limit: number
}

function pageOfRecords(scope: Scope, { walk, after, limit }: Part): Page {
  const order = orderOf(String(walk['sort'] ?? newestFirst))
  const from = after === undefined ? undefined : placeFrom(after)
  const rows = inOrder(order, visible(scope, walk['query']), ({ seen }) => seen).map(({ seen }) => seen)
  const rest = from === undefined ? rows : rows.filter((row) => comparePlaces(order, placeOf(order, row), from) > 0)
  const fields = walk['fields'] as readonly string[] | undefined
  return cut(rest, { walk, limit, placeOf: (row) => ({ ...placeOf(order, row) }), show: (row) => picked(row, fields) })
}

/** "in ascending order. Array fields contribute each element." Where the field is not, there is no value. */
function pageOfValues(scope: Scope, { walk, after, limit, field }: Part & { readonly field: string }): Page {
  const values = new Map<string, Json>()
  for (const { seen } of visible(scope, walk['query'])) {
    const value = valueAt(field, seen)
    if (value === undefined) continue
    for (const one of (Array.isArray(value) ? value : [value]) as readonly Json[]) values.set(JSON.stringify(one), one)
  }
  const sorted = [...values.values()].sort(compareValues)
  // In a list of its own, since a value may be null.
  const from = Array.isArray(after) ? (after[0] as Json) : undefined
  const rest = from === undefined ? sorted : sorted.filter((value) => compareValues(value, from) > 0)
  return cut(rest, { walk, limit, placeOf: (value) => [value], show: (value) => value })
}

interface Cut<T> {
  readonly walk: Walk
  readonly limit: number
  readonly placeOf: (item: T) => Json
  readonly show: (item: T) => unknown
}

function cut<T>(rest: readonly T[], { walk, limit, placeOf, show }: Cut<T>): Page {
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  const more = rest.length > limit && last !== undefined
  return {
    items: items.map(show),
    next_cursor: more ? cursorText({ walk, after: placeOf(last) }) : null,
    has_more: more,
  }
}

function placeFrom(after: Json): Place {
  if (isObject(after) && typeof after['id'] === 'string') {
    return { value: (after['value'] ?? null) as Json, created: (after['created'] ?? null) as Json, id: after['id'] }
  }
  throw new Refusal(400, 'The cursor is none that this server gave: pass on the "next_cursor" of a page as it is.')
}
