import type { Json, Row } from '../emulated.ts'
import { valueAt } from '../rules/fields.ts'
import { Refusal } from './refusal.ts'

/** A total order of records. */
export interface Order {
  readonly field: string
  readonly direction: 1 | -1
}

export const newestFirst = '-created_date'

/** `name` and `+name` ascend, `-name` descends. */
export function orderOf(sort: string): Order {
  // A `+` that was not encoded arrives as a space.
  const [, sign = '', field = ''] = /^([-+ ]?)([^-+ ].*)$/su.exec(sort) ?? []
  if (field === '') throw new Refusal(400, `"sort" takes the name of a field, perhaps after + or -; this is "${sort}".`)
  return { field, direction: sign === '-' ? -1 : 1 }
}

/** What an order looks at: enough to find the place of a record that is gone. */
export interface Place {
  readonly value: Json
  readonly created: Json
  readonly id: string
}

export function placeOf({ field }: Order, row: Row): Place {
  return { value: valueAt(field, row) ?? null, created: row['created_date'] ?? null, id: row.id }
}

/** Records of the same value stand in the order in which they were made, and in reverse where the order descends. */
export function comparePlaces({ direction }: Order, a: Place, b: Place): number {
  const order = compareValues(a.value, b.value) || compareValues(a.created, b.created) || compareValues(a.id, b.id)
  return order * direction
}

export function inOrder<T>(order: Order, items: readonly T[], rowOf: (item: T) => Row): T[] {
  return items
    .map((item) => ({ item, place: placeOf(order, rowOf(item)) }))
    .sort((a, b) => comparePlaces(order, a.place, b.place))
    .map(({ item }) => item)
}

/** As Mongo sorts: nothing, numbers, texts (by code unit), objects, lists, truth values. */
export function compareValues(a: Json, b: Json): number {
  const [kindA, kindB] = [kindOf(a), kindOf(b)]
  if (kindA !== kindB) return kindA - kindB
  if (typeof a === 'object' && a !== null) return compareTexts(JSON.stringify(a), JSON.stringify(b))
  return compareTexts(a, b)
}

function compareTexts(a: Json, b: Json): number {
  if (a === b || a === null || b === null) return 0
  return a < b ? -1 : 1
}

function kindOf(value: Json): number {
  if (value === null) return 0
  if (Array.isArray(value)) return 4
  return { number: 1, string: 2, object: 3, boolean: 5 }[typeof value as 'number' | 'string' | 'object' | 'boolean']
}
