import type { Encoded } from '../../model/value.ts'
import { formOf, isObject, unescapeKey } from '../../language/form.ts'
import { edgeNumbers, responseKeys } from './json-parts.ts'
import type { Classes } from './text-classes.ts'

/** Classes that every source of JSON promises, whatever stands at its top. */
export const jsonClasses: Classes = {
  'text that is not ASCII': (value) => someValue(value, (one) => typeof one === 'string' && /[^\0-\x7f]/.test(one)),
  'a number at an edge': (value) => someValue(value, (one) => typeof one === 'number' && edgeNumbers.includes(one)),
  'a negative number': (value) => someValue(value, (one) => typeof one === 'number' && one < 0),
  'a fraction': (value) => someValue(value, (one) => typeof one === 'number' && !Number.isInteger(one)),
  null: (value) => someValue(value, (one) => one === null),
  'an empty object': (value) => someValue(value, (one) => isObject(one) && Object.keys(one).length === 0),
  'an empty array': (value) => someValue(value, (one) => Array.isArray(one) && one.length === 0),
  'nested four levels or deeper': (value) => isDeeperThan(value, 3),
  'a list of 100 items or more': (value) => someValue(value, (one) => Array.isArray(one) && one.length >= 100),
  'an empty key': (value) => someKey(value, (key) => key === ''),
  'a key that objects already have': (value) => someKey(value, (key) => key in {}),
  'the key __proto__': (value) => someKey(value, (key) => key === '__proto__'),
  'a key that begins with $': (value) => someKey(value, (key) => key.startsWith('$')),
  'a key of an HTTP response': (value) => someKey(value, (key) => (responseKeys as readonly string[]).includes(key)),
}

/** Whether a value or anything in it passes; what a form holds is not looked into. */
export function someValue(value: Encoded, test: (value: Encoded) => boolean): boolean {
  if (test(value)) return true
  if (Array.isArray(value)) return (value as readonly Encoded[]).some((item) => someValue(item, test))
  if (!isObject(value) || formOf(value) !== undefined) return false
  return Object.values(value).some((item) => someValue(item, test))
}

/** Whether the name of any member, as it is outside the language, passes. */
export function someKey(value: Encoded, test: (key: string) => boolean): boolean {
  return someValue(
    value,
    (one) => isObject(one) && formOf(one) === undefined && Object.keys(one).some((key) => test(unescapeKey(key))),
  )
}

function isDeeperThan(value: Encoded, levels: number): boolean {
  if (Array.isArray(value))
    return levels === 0 || (value as readonly Encoded[]).some((item) => isDeeperThan(item, levels - 1))
  if (!isObject(value) || formOf(value) !== undefined) return false
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(item, levels - 1))
}
