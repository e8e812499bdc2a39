import type { Caller, EntitySchema, Json } from '../emulated.ts'
import { allows } from './allows.ts'
import { ruleFor } from './rule-for.ts'

/** What of a change this caller may not write, by the rules of its fields. `row` as it will be. */
export function forbiddenFields(asked: {
  schema: EntitySchema
  change: Readonly<Record<string, Json>>
  row: Readonly<Record<string, Json>>
  by: Caller
  operation: 'create' | 'update'
}): readonly string[] {
  const { schema, change, row, by, operation } = asked
  return Object.keys(change).filter(
    (name) =>
      Object.hasOwn(schema.properties, name) &&
      !allows({ rule: ruleFor(schema.properties[name]?.rls, operation), row, by }),
  )
}
