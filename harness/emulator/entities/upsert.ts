import { z } from 'zod'
import type { Json, Row } from '../emulated.ts'
import { valueAt } from '../rules/fields.ts'
import { changedRow, mayChange, toldOf, toldOfNew } from './changed-row.ts'
import { atMost } from './changes.ts'
import { isKnown, type Fields } from './known-fields.ts'
import { asRecord, newRow } from './new-row.ts'
import { Refusal } from './refusal.ts'
import { keep, refuseNewUsers, type Scope } from './scope.ts'
import { visible } from './visible.ts'

export interface Upserted {
  readonly created: number
  readonly updated: number
  readonly records: readonly Fields[]
}

const grammar = z.object({
  records: z.array(z.unknown()),
  key: z.union([z.string(), z.array(z.string()).min(1)]),
})

/**
 * "The server updates the records whose key already exists and creates the rest, in one call": all or none. A record that
 * the caller may not read does not exist for them; one that they may not update is a 403.
 */
export function upsert(scope: Scope, body: Json): Upserted {
  refuseNewUsers(scope)
  const read = grammar.safeParse(body)
  if (!read.success) throw new Refusal(400, `An upsert takes records and their key: ${z.prettifyError(read.error)}`)
  const { records, key } = read.data
  const names = typeof key === 'string' ? [key] : key
  atMost(records.length)
  refuseKey(scope, names)
  const existing = existingBy(scope, names)
  const changes = [...lastOfEach(records as Json[], names)].map(([id, record]) => {
    const row = existing.get(id)
    return row === undefined
      ? { type: 'create' as const, row: newRow(scope, record) }
      : { type: 'update' as const, row: changedRow(scope, mine(scope, row), record) }
  })
  keep(scope, changes)
  const created = changes.filter(({ type }) => type === 'create').length
  return {
    created,
    updated: changes.length - created,
    records: changes.map(({ type, row }) => (type === 'create' ? toldOfNew(scope, row) : toldOf(scope, row))),
  }
}

function refuseKey({ entity, schema }: Scope, names: readonly string[]): void {
  const wrong = names.find((name) => !isKnown(schema, name))
  if (wrong !== undefined)
    throw new Refusal(400, `A key is of fields that records bear; "${wrong}" of ${entity} is none.`)
}

/** "When two records in one call share a key, the last one wins." */
function lastOfEach(records: readonly Json[], names: readonly string[]): ReadonlyMap<string, Json> {
  const last = new Map<string, Json>()
  for (const record of records) {
    const id = keyOf(asRecord(record), names)
    // "Each must carry a value for every key field."
    if (id === undefined) {
      throw new Refusal(400, `A record lacks a value for its key (${names.join(', ')}): ${JSON.stringify(record)}.`)
    }
    last.set(id, record)
  }
  return last
}

/** Of several with the same key, the one that was there first. */
function existingBy(scope: Scope, names: readonly string[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>()
  for (const { row, seen } of visible(scope)) {
    const id = keyOf(seen, names)
    if (id !== undefined && !found.has(id)) found.set(id, row)
  }
  return found
}

function keyOf(record: Fields, names: readonly string[]): string | undefined {
  const values = names.map((name) => (Object.hasOwn(record, name) ? record[name] : valueAt(name, record)) ?? null)
  return values.includes(null) ? undefined : JSON.stringify(values)
}

function mine(scope: Scope, row: Row): Row {
  if (mayChange(scope, row, 'update')) return row
  throw new Refusal(403, 'Permission denied')
}
