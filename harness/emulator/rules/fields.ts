import type { Json } from '../emulated.ts'

/** What may be asked of a row or a user: its own fields. */
export type Fields = Readonly<Record<string, Json>>

/**
 * The value of a field by its name in a rule: `created_by`, `data.status`, `data.address.city`. `data.` says that it is a
 * field of the schema; it lies beside the others. Own properties only: `constructor` is a name like any other.
 */
export function valueAt(name: string, fields: Fields): Json | undefined {
  const path = name.startsWith('data.') ? name.slice('data.'.length) : name
  if (Object.hasOwn(fields, path)) return fields[path]
  let value: Json | undefined = fields
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key] as Json
  }
  return value
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
