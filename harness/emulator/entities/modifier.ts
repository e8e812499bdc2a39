import type { EntitySchema, Json } from '../emulated.ts'
import { isObject, valueAt } from '../rules/fields.ts'
import { criteria, refuseProto } from './criteria.ts'
import { isKnown, isServerField, type Fields } from './known-fields.ts'
import { Refusal } from './refusal.ts'

/** The operators of an update, read and found sound. */
export interface Modifier {
  /** As mingo takes them; what is set to the current date is set to this one. */
  readonly operatorsAt: (now: Date) => Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Throws a 422 where a row holds what an operator cannot change. */
  readonly check: (row: Fields) => void
  readonly mayHang: boolean
}

/** What may be said of a field: the operators that `updateMany` documents. */
const allowed = ['$set', '$rename', '$unset', '$inc', '$mul', '$min', '$max', '$currentDate', '$addToSet', '$push', '$pull'] // prettier-ignore
const ofNumbers = new Set(['$inc', '$mul'])
const ofLists = new Set(['$addToSet', '$push', '$pull'])

interface Part {
  readonly operator: string
  readonly field: string
  readonly value: Json
}

export function modifierOf(schema: EntitySchema, update: Json): Modifier {
  const parts = partsOf(update)
  for (const part of parts) refuse(schema, part)
  refuseTwice(parts)
  const pulls = parts.filter(({ operator }) => operator === '$pull').map(pull)
  const byField = new Map(pulls.map(({ field, wanted }) => [field, wanted]))
  return {
    mayHang: pulls.some(({ mayHang }) => mayHang),
    operatorsAt: (now) => operators(parts, { now, byField }),
    check(row) {
      for (const { operator, field } of parts) fits(operator, field, valueAt(field, row))
    },
  }
}

function partsOf(update: Json): readonly Part[] {
  const groups = isObject(update) ? Object.entries(update as { [key: string]: Json }) : []
  if (groups.length === 0) throw new Refusal(400, 'An update is an object of operators, { "$set": {…} } for one.')
  return groups.flatMap(([operator, fields]) => {
    if (!allowed.includes(operator)) {
      throw new Refusal(400, `"${operator}" is no operator of an update: there are ${allowed.join(', ')}.`)
    }
    if (!isObject(fields)) throw new Refusal(400, `"${operator}" takes an object of fields.`)
    return Object.entries(fields as { [key: string]: Json }).map(([field, value]) => ({ operator, field, value }))
  })
}

function refuse(schema: EntitySchema, { operator, field, value }: Part): void {
  const names = operator === '$rename' ? [field, String(value)] : [field]
  for (const name of names) {
    refuseProto(name)
    const [top = ''] = name.split('.')
    if (isServerField(top)) throw new Refusal(400, `"${top}" is the server's: an update cannot change it.`)
    // Else what it held would be lost.
    if (operator === '$rename' && !isKnown(schema, top)) {
      throw new Refusal(400, `"$rename" needs fields of the schema; "${top}" is none.`)
    }
  }
  if (hasProto(value)) refuseProto('__proto__')
  if (ofNumbers.has(operator) && typeof value !== 'number') {
    throw new Refusal(400, `"${operator}" takes a number; for "${field}" this is ${JSON.stringify(value)}.`)
  }
}

/** "Each field may only appear in one operator per call." */
function refuseTwice(parts: readonly Part[]): void {
  const names = parts.flatMap(({ operator, field, value }) =>
    operator === '$rename' ? [field, String(value)] : [field],
  )
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Refusal(400, `"${twice}" appears in more than one operator of the update.`)
}

/** What is pulled may be a query; it is read like any other. */
function pull({ field, value }: Part): { field: string; wanted: unknown; mayHang: boolean } {
  if (!isObject(value)) return { field, wanted: value, mayHang: false }
  const operators = Object.keys(value).some((key) => key.startsWith('$'))
  const { condition, mayHang } = criteria(operators ? { pulled: value as Json } : (value as Json))
  return { field, wanted: operators ? condition['pulled'] : condition, mayHang }
}

function operators(
  parts: readonly Part[],
  { now, byField }: { now: Date; byField: ReadonlyMap<string, unknown> },
): Record<string, Record<string, unknown>> {
  const made: Record<string, Record<string, unknown>> = {}
  for (const { operator, field, value } of parts) {
    // Records hold dates as text, and the emulator has a clock of its own.
    const [name, wanted] =
      operator === '$currentDate' ? ['$set', now.toISOString()] : [operator, byField.get(field) ?? value]
    const group = (made[name] ??= {})
    Object.defineProperty(group, field, { value: wanted, enumerable: true, writable: true, configurable: true })
  }
  return made
}

function fits(operator: string, field: string, value: Json | undefined): void {
  if (value === undefined) return
  const wanted = ofNumbers.has(operator) ? 'a number' : ofLists.has(operator) ? 'a list' : undefined
  if (wanted === undefined || (wanted === 'a list' ? Array.isArray(value) : typeof value === 'number')) return
  throw new Refusal(
    422,
    `Error in field ${field}: "${operator}" needs ${wanted}, and this holds ${JSON.stringify(value)}`,
  )
}

function hasProto(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, '__proto__') || Object.values(value).some((item: Json) => hasProto(item))
}
