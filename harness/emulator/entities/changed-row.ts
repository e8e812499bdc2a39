import type { Json, Row } from '../emulated.ts'
import { allows } from '../rules/allows.ts'
import { forbiddenFields } from '../rules/forbidden-fields.ts'
import { readable, shown } from '../rules/readable.ts'
import { ruleFor } from '../rules/rule-for.ts'
import { complaint } from './complaint.ts'
import { knownFields, type Fields } from './known-fields.ts'
import { asRecord, without } from './new-row.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { stamp } from './stamp.ts'

/** The row with a caller's data laid over it: 422 where the schema wants it otherwise. That they may was asked before. */
export function changedRow(scope: Scope, row: Row, data: Json): Row {
  const { schema, app } = scope
  const record = writable(scope, row, asRecord(data))
  const wrong = complaint({ schema, record, partial: true })
  if (wrong !== undefined) throw new Refusal(422, wrong)
  return { ...row, ...record, id: row.id, updated_date: stamp(app) }
}

/**
 * What of a change this caller may write: the rest is dropped, as on `base44 dev`, since callers send back whole records.
 * The rules are asked of the row as it is, so that no change opens the door for itself.
 */
export function writable({ schema, by }: Scope, row: Row, data: Fields): Fields {
  const given = knownFields(schema, data)
  return without(given, forbiddenFields({ schema, change: given, row, by, operation: 'update' }))
}

export function mayChange({ schema, by }: Scope, row: Row, operation: 'update' | 'delete'): boolean {
  return allows({ rule: ruleFor(schema.rls, operation), row, by })
}

/** The row of this id, where the caller may do this to it; else 404, so that nobody learns which ids there are. */
export function rowToChange(scope: Scope, id: string, operation: 'update' | 'delete'): Row {
  const row = scope.app.store.get(scope.entity, id)
  if (row !== undefined && mayChange(scope, row, operation)) return row
  throw notFound(scope, id)
}

export function notFound({ entity }: Scope, id: string): Refusal {
  return new Refusal(404, `Entity ${entity} with ID ${id} not found`)
}

/** What is told of a row to whoever has just changed it: all they may read of it, or where that is nothing, its dates. */
export function toldOf({ schema, by }: Scope, row: Row): Fields {
  return readable({ schema, row, by }) ?? { id: row.id, updated_date: row['updated_date'] ?? null }
}

/** What is told of a row to whoever has just made it: they know what they wrote, also where only others may read it. */
export function toldOfNew({ schema, by }: Scope, row: Row): Fields {
  return shown({ schema, row, by })
}
