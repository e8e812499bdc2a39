import type { Caller, EntitySchema, Row } from '../emulated.ts'
import { allows } from './allows.ts'
import { ruleFor } from './rule-for.ts'

/** The row as this caller may see it, without the fields that are not for them; undefined: they may not see it at all. */
export function readable({ schema, row, by }: { schema: EntitySchema; row: Row; by: Caller }): Row | undefined {
  if (!allows({ rule: ruleFor(schema.rls, 'read'), row, by })) return undefined
  return shown({ schema, row, by })
}

/** A row without the fields that this caller may not read; who may see the row was asked before. */
export function shown({ schema, row, by }: { schema: EntitySchema; row: Row; by: Caller }): Row {
  const guarded = Object.keys(schema.properties).filter((name) => Object.hasOwn(row, name) && hidden(name))
  if (guarded.length === 0) return row
  return Object.fromEntries(Object.entries(row).filter(([name]) => !guarded.includes(name))) as Row

  function hidden(name: string): boolean {
    return !allows({ rule: ruleFor(schema.properties[name]?.rls, 'read'), row, by })
  }
}
