import type { Json, Row } from '../emulated.ts'
import { isObject } from '../rules/fields.ts'
import { ruleFor } from '../rules/rule-for.ts'
import { changedRow, mayChange, rowToChange, toldOf, toldOfNew } from './changed-row.ts'
import type { Fields } from './known-fields.ts'
import { newRow } from './new-row.ts'
import { Refusal } from './refusal.ts'
import { keep, refuseNewUsers, type Scope } from './scope.ts'
import { updated } from './updated.ts'
import { visible, type Visible } from './visible.ts'

/** Of one request: "You can update up to 500 records per request", "batched in groups of up to 500". */
export const mostChanges = 500

export function create(scope: Scope, data: Json): Fields {
  refuseNewUsers(scope)
  const row = newRow(scope, data)
  keep(scope, [{ type: 'create', row }])
  return toldOfNew(scope, row)
}

/** All or none: one that may not be made (403) or is not as it should be (422) keeps the others from being made. */
export function bulkCreate(scope: Scope, data: Json): readonly Fields[] {
  refuseNewUsers(scope)
  const rows = records(data).map((one) => newRow(scope, one))
  keep(
    scope,
    rows.map((row) => ({ type: 'create', row })),
  )
  return rows.map((row) => toldOfNew(scope, row))
}

export function update(scope: Scope, id: string, data: Json): Fields {
  const row = changedRow(scope, rowToChange(scope, id, 'update'), data)
  keep(scope, [{ type: 'update', row }])
  return toldOf(scope, row)
}

/** All or none: an id that is not there, or is not theirs to change, is a 404 for the whole. */
export function bulkUpdate(scope: Scope, data: Json): readonly Fields[] {
  const changes = records(data)
  atMost(changes.length)
  const rows = new Map<string, Row>()
  for (const change of changes) {
    const id = isObject(change) ? change['id'] : undefined
    if (typeof id !== 'string') {
      throw new Refusal(400, `Each record to update names its "id"; this one doesn't: ${JSON.stringify(change)}.`)
    }
    // One that is named twice is changed twice, and told of once.
    const before = rows.get(id)
    rows.set(id, changedRow(scope, before ?? rowToChange(scope, id, 'update'), change))
  }
  keep(
    scope,
    [...rows.values()].map((row) => ({ type: 'update', row })),
  )
  return [...rows.values()].map((row) => toldOf(scope, row))
}

/** Of what the caller may read and update; the rest is as if it didn't match. A rule that lets nobody is a 403. */
export function updateMany(scope: Scope, data: Json): { success: true; updated: number; has_more: boolean } {
  const { query = {}, data: change } = isObject(data) ? (data as { query?: Json; data?: Json }) : {}
  if (change === undefined) throw new Refusal(400, 'An update of many takes { "query": {…}, "data": {…} }.')
  const matching = changeable(scope, query, 'update')
  const rows = updated(scope, matching.slice(0, mostChanges), change)
  keep(
    scope,
    rows.map((row) => ({ type: 'update', row })),
  )
  return { success: true, updated: rows.length, has_more: matching.length > mostChanges }
}

export function remove(scope: Scope, id: string): { success: true } {
  const row = rowToChange(scope, id, 'delete')
  keep(scope, [{ type: 'delete', row }])
  return { success: true }
}

/** Of what the caller may read and delete; the rest is as if it didn't match. A rule that lets nobody is a 403. */
export function deleteMany(scope: Scope, query: Json): { success: true; deleted: number } {
  const rows = changeable(scope, query, 'delete').map(({ row }) => row)
  keep(
    scope,
    rows.map((row) => ({ type: 'delete', row })),
  )
  return { success: true, deleted: rows.length }
}

function changeable(scope: Scope, query: Json, operation: 'update' | 'delete'): readonly Visible[] {
  if (ruleFor(scope.schema.rls, operation) === false && scope.by.kind !== 'service') {
    throw new Refusal(403, 'Permission denied')
  }
  return visible(scope, query).filter(({ row }) => mayChange(scope, row, operation))
}

function records(data: Json): readonly Json[] {
  if (Array.isArray(data)) return data as readonly Json[]
  throw new Refusal(400, 'The body of the request is a list of records.')
}

export function atMost(count: number): void {
  if (count > mostChanges) throw new Refusal(400, `${count} records are more than one request takes (${mostChanges}).`)
}
