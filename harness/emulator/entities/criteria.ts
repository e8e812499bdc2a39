import type { Json } from '../emulated.ts'
import { isObject } from '../rules/fields.ts'
import { Refusal } from './refusal.ts'

/** A caller's query in the words of mingo. */
export interface Criteria {
  readonly condition: Readonly<Record<string, unknown>>
  readonly mayHang: boolean
}

/** Reads a query as `EntityFilterQuery` of the SDK documents it; 400 for anything else. */
export function criteria(query: Json): Criteria {
  const seen = { pattern: false }
  return { condition: root(query, seen), mayHang: seen.pattern }
}

interface Seen {
  pattern: boolean
}

function root(query: Json, seen: Seen): Record<string, unknown> {
  if (!isObject(query)) throw new Refusal(400, `A query is an object; this is ${JSON.stringify(query)}.`)
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, member(key, value as Json, seen)]))
}

function member(key: string, value: Json, seen: Seen): unknown {
  if (key === '$and' || key === '$or' || key === '$nor') {
    if (!Array.isArray(value) || value.length === 0) {
      throw new Refusal(400, `"${key}" takes a list of at least one query; this is ${JSON.stringify(value)}.`)
    }
    return value.map((one: Json) => root(one, seen))
  }
  if (key.startsWith('$')) throw new Refusal(400, `"${key}" is no operator of a query: there are $and, $or and $nor.`)
  refuseProto(key)
  // "arrays as shorthand for matching any of the provided values"
  if (Array.isArray(value)) return { $in: value }
  return hasOperators(value) ? operators(value, seen) : { $eq: value }
}

/** mingo would take it for the prototype. */
export function refuseProto(path: string): void {
  if (path.split('.').includes('__proto__')) {
    throw new Refusal(400, `Records can hold a field "__proto__", but it cannot be asked for or updated by name.`)
  }
}

function hasOperators(value: Json): value is { readonly [key: string]: Json } {
  return isObject(value) && Object.keys(value).some((key) => key.startsWith('$'))
}

function operators(asked: { readonly [key: string]: Json }, seen: Seen): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, operand(name, value, seen)]))
}

function operand(name: string, value: Json, seen: Seen): unknown {
  const wanted = Object.hasOwn(operands, name) ? operands[name] : undefined
  if (wanted === undefined) {
    throw new Refusal(400, `"${name}" is no operator of a field: there are ${Object.keys(operands).join(', ')}.`)
  }
  if (!wanted.fits(value)) {
    throw new Refusal(400, `"${name}" takes ${wanted.what}; this is ${JSON.stringify(value)}.`)
  }
  if (name === '$regex') {
    seen.pattern = true
    return pattern(value as string)
  }
  if (name === '$not') return operators(value as { readonly [key: string]: Json }, seen)
  if (name === '$elemMatch') return hasOperators(value) ? operators(value, seen) : root(value, seen)
  return value
}

const anything = { what: 'a value', fits: () => true }
const list = { what: 'a list', fits: (value: Json) => Array.isArray(value) }

const operands: Readonly<Record<string, { readonly what: string; readonly fits: (value: Json) => boolean }>> = {
  $eq: anything,
  $ne: anything,
  $gt: anything,
  $gte: anything,
  $lt: anything,
  $lte: anything,
  $in: list,
  $nin: list,
  $all: list,
  $exists: { what: 'true or false', fits: (value) => typeof value === 'boolean' },
  $size: { what: 'a whole number', fits: (value) => Number.isInteger(value) },
  $regex: { what: 'a pattern as text', fits: (value) => typeof value === 'string' },
  $elemMatch: { what: 'an object', fits: isObject },
  // "Negates another field-level filter expression", which has no $not of its own.
  $not: { what: 'operators', fits: (value) => hasOperators(value) && !Object.hasOwn(value, '$not') },
}

/** Longer ones are refused before they are compiled. */
const longestPattern = 1000

function pattern(text: string): RegExp {
  if (text.length > longestPattern) {
    throw new Refusal(400, `The pattern of "$regex" is longer than ${longestPattern} characters.`)
  }
  try {
    return new RegExp(text)
  } catch (error) {
    throw new Refusal(400, `"$regex" takes a pattern: ${(error as Error).message}`)
  }
}
