import { expect, test } from 'vitest'
import { objectFrom } from '../language/own.ts'
import { held } from './fixtures/samples.ts'

test('text, numbers, booleans and null are compared as they are', () => {
  expect(held('a', 'a')).toBe('holds')
  expect(held('a', 'A')).toBe('different, string')
  expect(held('1', 1)).toBe('wrong-type, number')
  expect(held(null, null)).toBe('holds')
  expect(held(null, undefined)).toBe('absent, absent')
  expect(held(0, false)).toBe('wrong-type, boolean')
})

test('an object is exact: what is missing and what is too much are both found', () => {
  expect(held({ a: 1 }, { a: 1 })).toBe('holds')
  expect(held({ a: 1, b: 2 }, { a: 1 })).toBe('b: absent, absent')
  expect(held({ a: 1 }, { a: 1, b: 2 })).toBe('b: unexpected, number')
  expect(held({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } })).toBe('a.b.1.c: different, number')
  expect(held({}, [])).toBe('wrong-type, array')
})

test('a list is exact: length and order count', () => {
  expect(held([1, 2], [1, 2])).toBe('holds')
  expect(held([1, 2], [2, 1])).toBe('0: different, number')
  expect(held([1], [1, 2])).toBe('wrong-count, array')
  expect(held([], {})).toBe('wrong-type, object')
})

test('__proto__ and constructor are keys like any other, never the prototype', () => {
  const own = (value: string): Record<string, string> => objectFrom([['__proto__', value]])
  expect(held(own('a'), own('a'))).toBe('holds')
  expect(held(own('a'), {})).toBe('__proto__: absent, absent')
  expect(held({}, own('a'))).toBe('__proto__: unexpected, string')
  expect(held({ constructor: { $is: 'absent' } }, {})).toBe('holds')
  expect(held({ $has: { toString: { $is: 'absent' } } }, {})).toBe('holds')
})

test('a key that begins with $ is written with $$, and is no form', () => {
  expect(held({ $$is: 'string' }, { $$is: 'string' })).toBe('holds')
  expect(held({ $$is: 'string' }, 'text')).toBe('wrong-type, string')
  expect(held({ $$: 1 }, { $$: 1 })).toBe('holds')
})

test('a name stands for its value, inside text for its text, and in a key for the key', () => {
  const bindings = { x: 'v', n: 5, o: { a: [1] } }
  expect(held('${x}', 'v', { bindings })).toBe('holds')
  expect(held('${o.a}', [1], { bindings })).toBe('holds')
  expect(held('<${x}${n}>', '<v5>', { bindings })).toBe('holds')
  expect(held({ '${x}': 1 }, { v: 1 }, { bindings })).toBe('holds')
  expect(held({ $has: { '${x}': 1 } }, { v: 2 }, { bindings })).toBe('v: different, number')
  expect(held('costs $$${n}', 'costs $5', { bindings })).toBe('holds')
})

test('inside a drawn value text is text, whatever it looks like', () => {
  const bindings = { x: { text: '${y}', $$if: '$$' } }
  expect(held('${x}', { text: '${y}', $$if: '$$' }, { bindings })).toBe('holds')
})

test('as JSON, a drawn value is what JSON.stringify would carry, and so is a value that JSON lacks', () => {
  const bindings = {
    x: { a: { $value: 'undefined' }, b: { $value: 'NaN' }, c: { $value: '-0' }, d: { $date: '2020-01-01' } },
  }
  expect(held('${x}', { b: null, c: 0, d: '2020-01-01T00:00:00.000Z' }, { bindings, as: 'json' })).toBe('holds')
  expect(held({ at: { $date: '2020-01-01' } }, { at: '2020-01-01T00:00:00.000Z' }, { as: 'json' })).toBe('holds')
  expect(held({ gone: { $value: 'undefined' } }, {}, { as: 'json' })).toBe('holds')
})
