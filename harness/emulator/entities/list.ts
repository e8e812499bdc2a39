import type { HonoRequest } from 'hono'
import { inOrder, newestFirst, orderOf } from './order.ts'
import { countOf, fieldsOf, picked, queryOf } from './parameters.ts'
import type { Fields } from './known-fields.ts'
import type { Scope } from './scope.ts'
import { visible } from './visible.ts'

/** "The maximum limit is 5,000 items per request." */
export const mostRecords = 5000

/** `list(sort, limit, skip, fields)` and `filter(query, …)`: what may be read, as an array. */
export function list(scope: Scope, request: HonoRequest): readonly Fields[] {
  const order = orderOf(request.query('sort') ?? newestFirst)
  const limit = countOf(request, 'limit', { least: 1, fallback: mostRecords, most: mostRecords })
  const skip = countOf(request, 'skip', { least: 0, fallback: 0 })
  const fields = fieldsOf(request)
  return inOrder(order, visible(scope, queryOf(request)), ({ seen }) => seen)
    .slice(skip, skip + limit)
    .map(({ seen }) => picked(seen, fields))
}
