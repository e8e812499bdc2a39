import type { Caller, EntitySchema, Json, Row } from '../emulated.ts'
import { allows } from '../rules/allows.ts'
import { isObject } from '../rules/fields.ts'
import { forbiddenFields } from '../rules/forbidden-fields.ts'
import { ruleFor } from '../rules/rule-for.ts'
import { complaint } from './complaint.ts'
import { knownFields, type Fields } from './known-fields.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { stamp } from './stamp.ts'

/** The row that a caller's data makes: 403 where they may not make it, 422 where the schema wants it otherwise. */
export function newRow({ app, schema, by }: Scope, data: Json): Row {
  const given = knownFields(schema, asRecord(data))
  const owner = ownerOf(by)
  const forbidden = forbiddenFields({ schema, change: given, row: { ...given, ...owner }, by, operation: 'create' })
  // A field that they may not write is left at what the schema says, as on `base44 dev`.
  const record = { ...defaultsOf(schema), ...without(given, forbidden) }
  if (!allows({ rule: ruleFor(schema.rls, 'create'), row: { ...record, ...owner }, by })) {
    throw new Refusal(403, 'Permission denied')
  }
  const wrong = complaint({ schema, record, partial: false })
  if (wrong !== undefined) throw new Refusal(422, wrong)
  const now = stamp(app)
  return { ...record, id: app.newId(), created_date: now, updated_date: now, ...owner, is_sample: false }
}

export function asRecord(data: Json): Fields {
  if (isObject(data)) return data as Fields
  throw new Refusal(400, `A record is an object of fields and their values; this is ${JSON.stringify(data)}.`)
}

export function without(fields: Fields, names: readonly string[]): Fields {
  if (names.length === 0) return fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

/** What nobody and the service role make belongs to no user: none could pass a rule that asks for the owner. */
function ownerOf(by: Caller): Fields {
  if (by.kind === 'nobody') return { created_by: null, created_by_id: null }
  if (by.kind === 'service') return { created_by: null, created_by_id: 'service-role' }
  return { created_by: by.user['email'] ?? null, created_by_id: by.user.id }
}

function defaultsOf({ properties }: EntitySchema): Fields {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, structuredClone(value) as Json]],
    ),
  )
}
