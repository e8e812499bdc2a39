import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../emulated.ts'
import type { Answer } from './condition.ts'
import { isObject } from './fields.ts'

type Value = Json | undefined

/** Whether a value is what a rule wants: the scalar itself, or what every operator asks. */
export function satisfies(value: Value, wanted: Json): Answer {
  if (!isObject(wanted)) return equal(value, wanted)
  const asked = Object.entries(wanted).map(([name, operand]) =>
    Object.hasOwn(operators, name) ? operators[name as keyof typeof operators](value, operand as Json) : undefined,
  )
  if (asked.length === 0 || asked.includes(undefined)) return undefined
  return asked.every((one) => one === true)
}

/** The operators of the official CLI's entity files. Of a list they ask for the list itself, as `base44 dev` does. */
const operators = {
  $eq: equal,
  $ne: (value: Value, operand: Json) => !equal(value, operand),
  $in: (value: Value, operand: Json) => within(value, operand),
  $nin(value: Value, operand: Json) {
    const found = within(value, operand)
    return found === undefined ? undefined : !found
  },
  $gt: (value: Value, operand: Json) => compare(value, operand, (order) => order > 0),
  $gte: (value: Value, operand: Json) => compare(value, operand, (order) => order >= 0),
  $lt: (value: Value, operand: Json) => compare(value, operand, (order) => order < 0),
  $lte: (value: Value, operand: Json) => compare(value, operand, (order) => order <= 0),
  $exists: (value: Value, operand: Json) =>
    typeof operand === 'boolean' ? (value !== undefined) === operand : undefined,
  $all(value: Value, operand: Json) {
    if (!Array.isArray(operand)) return undefined
    return Array.isArray(value) && operand.every((item: Json) => within(item, value))
  },
  $size: (value: Value, operand: Json) =>
    typeof operand === 'number' ? Array.isArray(value) && value.length === operand : undefined,
  $elemMatch(value: Value, operand: Json) {
    if (!isObject(operand)) return undefined
    return Array.isArray(value) && value.some((item: Json) => satisfies(item, operand) === true)
  },
} satisfies Record<string, (value: Value, operand: Json) => Answer>

function equal(value: Value, wanted: Json): boolean {
  // As Mongo has it: what is not there is null.
  return isDeepStrictEqual(value ?? null, wanted)
}

function within(value: Value, list: Json): Answer {
  return Array.isArray(list) ? list.some((item: Json) => equal(value, item)) : undefined
}

/** Numbers with numbers and texts with texts; anything else has no order. */
function compare(value: Value, operand: Json, fits: (order: number) => boolean): Answer {
  if (typeof operand === 'number') return typeof value === 'number' && fits(value - operand)
  if (typeof operand === 'string')
    return typeof value === 'string' && fits(value < operand ? -1 : Number(value > operand))
  return undefined
}
