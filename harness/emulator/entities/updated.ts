import { isDeepStrictEqual } from 'node:util'
import * as mingo from 'mingo/updater'
import type { Json, Row } from '../emulated.ts'
import { complaint } from './complaint.ts'
import { writable } from './changed-row.ts'
import { mingoOptions } from './filter.ts'
import { inTime } from './in-time.ts'
import type { Fields } from './known-fields.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'
import { stamp } from './stamp.ts'
import { modifierOf, type Modifier } from './modifier.ts'
import type { Visible } from './visible.ts'

/** The rows with the operators of an update applied; 400 where it is none, 422 where a row would not be as it should. */
export function updated(scope: Scope, rows: readonly Visible[], update: Json): readonly Row[] {
  const modifier = modifierOf(scope.schema, update)
  const change = (): Row[] => rows.map(({ row }) => changed(scope, row, modifier))
  return modifier.mayHang ? inTime(change) : change()
}

function changed(scope: Scope, row: Row, modifier: Modifier): Row {
  modifier.check(row)
  const next = structuredClone(row) as Record<string, Json>
  const operators = modifier.operatorsAt(scope.app.now())
  try {
    mingo.update(next, operators, [], {}, { cloneMode: 'deep', queryOptions: mingoOptions })
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new Refusal(400, `The update cannot be carried out: ${(error as Error).message}`)
  }
  const names = [...new Set([...Object.keys(row), ...Object.keys(next)])]
  const differing = names.filter((name) => !isDeepStrictEqual(own(row, name), own(next, name)))
  // A name with whatever value: who may write is asked of the row as it is.
  const theirs = Object.keys(writable(scope, row, Object.fromEntries(differing.map((name) => [name, null]))))
  return laidOver({ scope, row, next, theirs })
}

function laidOver({ scope, row, next, theirs }: Laid): Row {
  const { schema, app } = scope
  const gone = theirs.filter((name) => !Object.hasOwn(next, name))
  const set = Object.fromEntries(theirs.flatMap((name) => (Object.hasOwn(next, name) ? [[name, next[name]]] : [])))
  const kept = Object.entries(row).filter(([name]) => !gone.includes(name))
  const missing = gone.find((name) => schema.required?.includes(name))
  const wrong =
    missing === undefined
      ? complaint({ schema, record: set as Fields, partial: true })
      : `Error in field ${missing}: Field required (required)`
  if (wrong !== undefined) throw new Refusal(422, wrong)
  return { ...Object.fromEntries(kept), ...set, id: row.id, updated_date: stamp(app) }
}

interface Laid {
  readonly scope: Scope
  readonly row: Row
  readonly next: Readonly<Record<string, Json>>
  readonly theirs: readonly string[]
}

function own(fields: Fields, name: string): Json | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
