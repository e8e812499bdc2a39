import type { Json, Row } from '../../emulated.ts'
import { valueAt } from '../../rules/fields.ts'
import type { Fields } from '../known-fields.ts'
import { compareValues } from '../order.ts'
import type { Spec } from './spec.ts'

export interface Group {
  /** The fields that it is grouped by, by name. */
  readonly by: Fields
  readonly members: readonly Row[]
}

/** Records that have the same values; without any field, all of them, also where there is none. */
export function groupsOf(records: readonly Row[], { groupBy, dateBucket }: Spec): readonly Group[] {
  const names = [...groupBy, ...(dateBucket === undefined ? [] : [dateBucket.field])]
  if (names.length === 0) return [{ by: {}, members: records }]
  const groups = new Map<string, { values: readonly Json[]; members: Row[] }>()
  for (const record of records) {
    const values = names.map((name) => {
      const value = valueAt(name, record) ?? null
      return name === dateBucket?.field ? bucketOf(value, dateBucket.unit) : value
    })
    const key = JSON.stringify(values)
    const group = groups.get(key) ?? { values, members: [] }
    groups.set(key, group)
    group.members.push(record)
  }
  return [...groups.values()]
    .sort((a, b) => firstOther(a.values, b.values))
    .map(({ values, members }) => ({
      by: Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])),
      members,
    }))
}

function firstOther(a: readonly Json[], b: readonly Json[]): number {
  return a.map((value, index) => compareValues(value, b[index] ?? null)).find((order) => order !== 0) ?? 0
}

/** The first day of the span in which a date lies, in UTC; weeks begin on Monday. What is no date lies in none. */
function bucketOf(value: Json, unit: 'day' | 'week' | 'month' | 'year'): string | null {
  const date = typeof value === 'string' ? new Date(value) : undefined
  if (date === undefined || Number.isNaN(date.getTime())) return null
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const first = {
    day: () => Date.UTC(year, month, day),
    week: () => Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7)),
    month: () => Date.UTC(year, month),
    year: () => Date.UTC(year, 0),
  }[unit]()
  return new Date(first).toISOString().slice(0, 10)
}
