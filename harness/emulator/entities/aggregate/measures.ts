import type { Json, Row } from '../../emulated.ts'
import { valueAt } from '../../rules/fields.ts'
import type { Fields } from '../known-fields.ts'
import { compareValues } from '../order.ts'
import type { Spec } from './spec.ts'

/** What is computed of the records of one group. What a record lacks, or is null there, does not count. */
export function measured(members: readonly Row[], spec: Spec): Fields {
  const computed: [string, Json][] = []
  if (spec.count) computed.push(['count', members.length])
  for (const field of spec.sum) computed.push([`sum_${field}`, total(numbers(members, field))])
  for (const field of spec.avg) computed.push([`avg_${field}`, mean(numbers(members, field))])
  for (const field of spec.min) computed.push([`min_${field}`, extreme(members, field, 1)])
  for (const field of spec.max) computed.push([`max_${field}`, extreme(members, field, -1)])
  if (spec.countDistinct !== undefined) {
    const distinct = new Set(values(members, spec.countDistinct).map((value) => JSON.stringify(value)))
    computed.push([`count_distinct_${spec.countDistinct}`, distinct.size])
  }
  return Object.fromEntries(computed)
}

function values(members: readonly Row[], field: string): readonly Json[] {
  return members.flatMap((row) => {
    const value = valueAt(field, row) ?? null
    return value === null ? [] : [value]
  })
}

function numbers(members: readonly Row[], field: string): readonly number[] {
  return values(members, field).filter((value) => typeof value === 'number')
}

function total(of: readonly number[]): number {
  return of.reduce((sum, one) => sum + one, 0)
}

/** There is none of nothing. */
function mean(of: readonly number[]): number | null {
  return of.length === 0 ? null : total(of) / of.length
}

function extreme(members: readonly Row[], field: string, sign: 1 | -1): Json {
  return values(members, field).reduce<Json>(
    (best, value) => (best === null || compareValues(value, best) * sign < 0 ? value : best),
    null,
  )
}
