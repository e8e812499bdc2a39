import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Encoded } from '../model/value.ts'
import { escapeKey, formOf, unescapeKey } from './form.ts'
import { carriedByJson, jsonText, parseJson } from './json.ts'

test('the text is what JSON.stringify makes of the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(jsonText(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)))
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('keys that begin with $ are escaped on the way in, and as they were on the way out', () => {
  expect(parseJson('{"$is":{"$$x":1},"\\u0024y":2}')).toEqual({ $$is: { $$$x: 1 }, $$y: 2 })
  expect(jsonText({ $$is: { $$$x: 1 } })).toBe('{"$is":{"$$x":1}}')
  expect(Object.hasOwn(parseJson('{"__proto__":1}') as object, '__proto__')).toBe(true)
})

test('what JSON lacks is carried as JSON.stringify carries it', () => {
  const value: Encoded = {
    gone: { $value: 'undefined' },
    list: [{ $value: 'undefined' }, { $value: 'NaN' }, { $value: '-Infinity' }, { $value: '-0' }],
    date: { $date: '2020-01-01' },
    call: { $function: { name: 'f' } },
    file: { $file: { name: 'a', text: 'b' } },
  }
  const expected = { list: [null, null, null, 0], date: '2020-01-01T00:00:00.000Z', file: {} }
  expect(carriedByJson(value)).toEqual(expected)
  expect(jsonText(value)).toBe(JSON.stringify(expected))
  expect(jsonText({ $value: 'undefined' })).toBeUndefined()
})

test('a form is an object whose only key is a $word', () => {
  expect(formOf({ $is: 'string' })).toEqual({ word: 'is', value: 'string' })
  for (const none of [{ $is: 1, b: 2 }, { $$is: 1 }, { '${x}': 1 }, { is: 1 }, {}, [], null, '$is'])
    expect(formOf(none)).toBeUndefined()
  fc.assert(
    fc.property(
      fc.string(),
      (key) => unescapeKey(escapeKey(key)) === key && formOf({ [escapeKey(key)]: 1 }) === undefined,
    ),
  )
})
