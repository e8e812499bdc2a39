import fc from 'fast-check'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { formValue, isObject } from '../language/form.ts'
import { objectFrom } from '../language/own.ts'
import { alternatives } from './parts/alternatives.ts'
import { jsonClasses, someValue } from './parts/json-classes.ts'
import { anyObject, jsonKey, jsonScalar, longList, member, objectOf } from './parts/json-parts.ts'
import { surrogateText } from './parts/texts.ts'

/** Every moment that a `Date` can hold, in milliseconds (ECMAScript, "Time Values and Time Range"). */
const moment = fc
  .integer({ min: -8.64e15, max: 8.64e15 })
  .map((time): Encoded => ({ $date: new Date(time).toISOString() }))

const notInJson = fc.constantFrom<Encoded[]>(
  { $value: 'undefined' },
  { $value: 'NaN' },
  { $value: 'Infinity' },
  { $value: '-Infinity' },
  { $value: '-0' },
)

const changed = alternatives<Encoded>([4, notInJson], [2, moment], [1, surrogateText])
const changedInArray = fc.array(alternatives<Encoded>([2, changed], [1, jsonScalar]), { minLength: 1, maxLength: 3 })
const changedInObject = fc.tuple(jsonKey, changed).map((entry) => objectFrom([entry]))

/** Keys through which prototypes are reached: contracts have rows of their own for them. */
const prototypeKeys = ['__proto__', 'constructor', 'prototype']

const { 'the key __proto__': _, ...withoutPrototypeKeys } = jsonClasses

/** Such keys with an underscore behind them. */
function renamed(value: Encoded): Encoded {
  if (Array.isArray(value)) return (value as readonly Encoded[]).map(renamed)
  if (!isObject(value)) return value
  return objectFrom(
    Object.entries(value).map(([key, item]) => [prototypeKeys.includes(key) ? `${key}_` : key, renamed(item)] as const),
  )
}

const parameter = alternatives<Encoded>([6, member], [4, changed], [2, changedInArray], [1, changedInObject])

/**
 * What a caller may pass as parameters where no file is among them, values that JSON does not carry one to one
 * included. Breaks what serialises in a way of its own: `undefined` sent as text, dates as `{}`, `NaN` as NaN.
 */
export const jsonParameters: Generator = {
  name: 'json-parameters',
  title: 'What a caller may pass as parameters without a file; JSON.stringify says what of it arrives',
  classes: {
    ...withoutPrototypeKeys,
    'no parameters': (value) => isObject(value) && Object.keys(value).length === 0,
    'undefined at a member': (value) =>
      someValue(value, (one) => isObject(one) && Object.values(one).some(isUndefined)),
    'undefined in an array': (value) => someValue(value, (one) => Array.isArray(one) && one.some(isUndefined)),
    NaN: (value) => someValue(value, (one) => formValue(one, 'value') === 'NaN'),
    'an infinity': (value) => someValue(value, (one) => String(formValue(one, 'value')).endsWith('Infinity')),
    'negative zero': (value) => someValue(value, (one) => formValue(one, 'value') === '-0'),
    'a date': (value) => someValue(value, (one) => formValue(one, 'date') !== undefined),
    'a lone surrogate': (value) => someValue(value, (one) => typeof one === 'string' && !one.isWellFormed()),
  },
  arbitrary: alternatives<EncodedObject>(
    [40, objectOf(parameter, 5)],
    [12, anyObject],
    [1, fc.tuple(jsonKey, longList).map((entry) => objectFrom([entry]))],
  ).map(renamed),
}

function isUndefined(value: Encoded): boolean {
  return formValue(value, 'value') === 'undefined'
}
