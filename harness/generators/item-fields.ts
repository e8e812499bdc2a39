import fc, { type Arbitrary } from 'fast-check'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { isObject } from '../language/form.ts'
import { alternatives } from './parts/alternatives.ts'
import { jsonNumber, jsonScalar } from './parts/json-parts.ts'
import { longText } from './parts/long-text.ts'
import { oneLineText, plainText } from './parts/texts.ts'

const text = alternatives<string>([4, plainText], [12, oneLineText], [2, fc.constant('')], [1, longText])

/** Plain ones: what becomes of odd names is a promise of its own. */
const key = fc.constantFrom('a', 'b', 'id', 'name', 'Größe', '鍵', ' ', '0')

const flat = fc.dictionary(key, jsonScalar, { maxKeys: 3, noNullPrototype: true }) as Arbitrary<EncodedObject>
const nested = fc.dictionary(key, fc.oneof(jsonScalar, flat, fc.array(jsonScalar, { maxLength: 3 })), {
  maxKeys: 3,
  noNullPrototype: true,
})

/** No -0: JSON has none. */
const whole = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 2 ** 53 - 1, 1 - 2 ** 53))

/**
 * Fields of an Item, one of each kind. Breaks what keeps numbers in single precision or as text, drops what is empty,
 * false, zero or null, trims or normalises text, flattens objects, or takes keys for its own.
 */
export const itemFields: Generator = {
  name: 'item-fields',
  title: 'Fields of an Item: text, numbers, a boolean, a date, lists, an object, null',
  members: ['text', 'note', 'amount', 'count', 'done', 'day', 'tags', 'parts', 'details'],
  classes: {
    'empty text': (value) => fieldOf(value, 'text') === '',
    'text that is not ASCII': (value) => /[^\0-\x7f]/.test(String(fieldOf(value, 'text'))),
    'long text (8 KB or more)': (value) => String(fieldOf(value, 'text')).length >= 8000,
    null: (value) => fieldOf(value, 'note') === null,
    zero: (value) => fieldOf(value, 'amount') === 0 || fieldOf(value, 'count') === 0,
    'a fraction': (value) => !Number.isInteger(fieldOf(value, 'amount')),
    'an integer of more than 32 bits': (value) => Math.abs(Number(fieldOf(value, 'count'))) > 2 ** 31,
    false: (value) => fieldOf(value, 'done') === false,
    'an empty list': (value) => (fieldOf(value, 'tags') as Encoded[]).length === 0,
    'a list of mixed values': (value) =>
      new Set((fieldOf(value, 'parts') as Encoded[]).map((one) => typeof one)).size > 1,
    'an empty object': (value) => Object.keys(fieldOf(value, 'details') as EncodedObject).length === 0,
    'an object in an object': (value) =>
      Object.values(fieldOf(value, 'details') as EncodedObject).some((one) => isObject(one)),
  },
  arbitrary: fc.record(
    {
      text,
      note: fc.option(text),
      amount: jsonNumber,
      count: whole,
      done: fc.boolean(),
      day: fc.constantFrom('2026-02-28', '2024-02-29', '1969-12-31', '2000-01-01', '9999-12-31'),
      tags: fc.array(text, { maxLength: 3 }),
      parts: fc.array(fc.oneof(jsonScalar, flat, fc.array(jsonScalar, { maxLength: 2 })), { maxLength: 4 }),
      details: nested,
    },
    { noNullPrototype: true },
  ) as Arbitrary<EncodedObject>,
}

function fieldOf(value: Encoded, name: string): Encoded | undefined {
  return (value as EncodedObject)[name]
}
