import fc from 'fast-check'
import type { Encoded } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { isObject } from '../language/form.ts'
import { objectFrom } from '../language/own.ts'
import { alternatives } from './parts/alternatives.ts'
import { someKey, someValue } from './parts/json-classes.ts'
import { anyArray, anyObject, flatArray, flatObject, jsonScalar, responseKeys } from './parts/json-parts.ts'
import { shortText } from './parts/texts.ts'

/** Names that clients look for in the body of a failure. */
const errorKey = fc.constantFrom(
  'error',
  'message',
  'code',
  'detail',
  'details',
  'data',
  'errors',
  'name',
  'stack',
  'status',
  'response',
)

const inside = alternatives<Encoded>([4, shortText], [2, jsonScalar], [1, flatObject], [1, flatArray])

const wellKnown = fc.array(fc.tuple(errorKey, inside), { minLength: 1, maxLength: 3 }).map(objectFrom)
const wrapped = fc.tuple(errorKey, wellKnown).map((entry) => objectFrom([entry]))

/**
 * What a failing function may answer as JSON. Breaks what reaches for a message in a body that is null or no
 * object, puts a member of the body in the error's place, or takes a falsy body for none.
 */
export const errorBody: Generator = {
  name: 'error-body',
  title: 'What a failing function may answer as JSON, null and scalars included',
  classes: {
    '{ error: text }': (value) =>
      isObject(value) && Object.keys(value).join() === 'error' && typeof value['error'] === 'string',
    'a message': (value) => isObject(value) && Object.hasOwn(value, 'message'),
    'a message that is no text': (value) =>
      isObject(value) && Object.hasOwn(value, 'message') && typeof value['message'] !== 'string',
    'a code': (value) => isObject(value) && Object.hasOwn(value, 'code'),
    'a detail': (value) => isObject(value) && Object.hasOwn(value, 'detail'),
    data: (value) => isObject(value) && Object.hasOwn(value, 'data'),
    nested: (value) => isObject(value) && Object.values(value).some((one) => isObject(one)),
    'an empty object': (value) => isObject(value) && Object.keys(value).length === 0,
    'an array': (value) => Array.isArray(value),
    text: (value) => typeof value === 'string',
    'a number': (value) => typeof value === 'number',
    'a boolean': (value) => typeof value === 'boolean',
    null: (value) => value === null,
    'text that is not ASCII': (value) => someValue(value, (one) => typeof one === 'string' && /[^\0-\x7f]/.test(one)),
    'a key of an HTTP response': (value) => someKey(value, (key) => (responseKeys as readonly string[]).includes(key)),
  },
  arbitrary: alternatives<Encoded>(
    [6, shortText.map((error) => ({ error }))],
    [10, wellKnown],
    [4, wrapped],
    [5, jsonScalar],
    [3, anyObject],
    [2, anyArray],
  ),
}
