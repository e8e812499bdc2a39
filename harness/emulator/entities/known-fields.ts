import type { EntitySchema, Json } from '../emulated.ts'

/** What the server alone says of a record, and a name that official backends keep for themselves. */
const serverFields = new Set(['id', '_id', 'created_date', 'updated_date', 'created_by', 'created_by_id', 'is_sample'])

export type Fields = Readonly<Record<string, Json>>

export function isServerField(name: string): boolean {
  return serverFields.has(name)
}

/**
 * Whether a record of this entity may have such a field. As on `base44 dev`, what a schema does not name is dropped without
 * a word; a schema that names nothing, or says `additionalProperties`, takes everything.
 */
export function isKnown(schema: EntitySchema, name: string): boolean {
  if (isServerField(name)) return false
  return Object.hasOwn(schema.properties, name) || takesAnything(schema)
}

/** What of a caller's data becomes part of a record. */
export function knownFields(schema: EntitySchema, data: Fields): Fields {
  return Object.fromEntries(Object.entries(data).filter(([name]) => isKnown(schema, name)))
}

function takesAnything({ properties, additionalProperties }: EntitySchema): boolean {
  if (additionalProperties !== undefined && additionalProperties !== false) return true
  return Object.keys(properties).length === 0
}
