import { expect, test } from 'vitest'
import type { Encoded } from '../model/value.ts'
import { bytes, held } from './fixtures/samples.ts'

const values: Readonly<Record<string, Encoded | undefined>> = {
  absent: undefined,
  undefined: { $value: 'undefined' },
  null: null,
  text: 'a',
  number: 1,
  NaN: { $value: 'NaN' },
  boolean: false,
  array: [],
  object: {},
  error: { $error: { class: ['Error'] } },
  instance: { $instance: { class: ['Map'], own: {} } },
  function: { $function: { name: 'f' } },
}

test.each([
  ['anything', 'undefined null text number NaN boolean array object error instance function'],
  ['present', 'undefined null text number NaN boolean array object error instance function'],
  ['absent', 'absent'],
  ['undefined', 'absent undefined'],
  ['null', 'null'],
  ['string', 'text'],
  ['number', 'number NaN'],
  ['boolean', 'boolean'],
  ['array', 'array'],
  ['object', 'object error instance'],
  ['function', 'function'],
])('$is: %s is met by %s and by nothing else', (kind, names) => {
  const met = Object.keys(values).filter((name) => held({ $is: kind }, values[name]) === 'holds')
  expect(met.join(' ')).toBe(names)
})

test('$has is a subset one level deep; below it, it is exact', () => {
  expect(held({ $has: { a: 1 } }, { a: 1, b: 2 })).toBe('holds')
  expect(held({ $has: { a: { b: 1 } } }, { a: { b: 1, c: 2 } })).toBe('a.c: unexpected, number')
  expect(held({ $has: { a: 1 } }, 'text')).toBe('wrong-type, string')
  expect(held({ $has: { size: 1 } }, { $instance: { class: ['X'], own: { size: 1, other: 2 } } })).toBe('holds')
  expect(held({ $has: { message: 'm' } }, { $error: { class: ['Error'], message: 'm' } })).toBe('holds')
})

test('$error: the class is any class it descends from, the rest a subset', () => {
  const error = { $error: { class: ['AxiosError', 'Error'], name: 'AxiosError', message: 'm', status: 404 } }
  expect(held({ $error: { class: 'Error', status: 404 } }, error)).toBe('holds')
  expect(held({ $error: { class: 'TypeError' } }, error)).toBe('class: different, AxiosError')
  expect(held({ $error: { response: { $is: 'undefined' } } }, error)).toBe('holds')
  expect(held({ $error: { message: 'other' } }, error)).toBe('message: different, string')
  expect(held({ $error: {} }, 'thrown text')).toBe('wrong-type, string')
})

test('$response: status, headers in any case, and the body as json, text or bytes', () => {
  const headers = { 'content-type': 'application/json', vary: 'a, b' }
  const of = (body: string): Encoded => ({
    $response: { class: ['Response'], status: 201, ok: true, headers, bytes: bytes(body) },
  })
  const answer = of('{"a":1}')
  expect(
    held({ $response: { class: 'Response', status: 201, headers: { 'Content-Type': 'application/json' } } }, answer),
  ).toBe('holds')
  expect(held({ $response: { json: { a: 1 } } }, answer)).toBe('holds')
  expect(held({ $response: { json: { a: 2 } } }, answer)).toBe('json.a: different, number')
  expect(held({ $response: { json: {} } }, of('oops'))).toBe('json: unreadable, not JSON')
  expect(held({ $response: { text: '{"a":1}' } }, answer)).toBe('holds')
  expect(held({ $response: { text: '\ufeffa' } }, of('\ufeffa'))).toBe('holds')
  expect(held({ $response: { bytes: { $bytes: 'eyJhIjoxfQ==' } } }, answer)).toBe('holds')
  expect(held({ $response: { bytes: { $bytes: 'AA==' } } }, answer)).toBe('bytes: different, bytes')
  expect(held({ $response: { headers: { vary: { $is: 'absent' } } } }, answer)).toBe('headers.vary: unexpected, string')
  expect(held({ $response: { text: 'a' } }, { $response: { status: 200, failed: 'TypeError' } })).toBe(
    'text: unreadable, string',
  )
  expect(held({ $response: { status: 200 } }, { status: 200 })).toBe('wrong-type, object')
})

test('$response: texts that occur nowhere in it, not in a header and not in the body', () => {
  const answer = { $response: { status: 200, headers: { 'x-a': 'Bearer t-1' }, bytes: bytes('told: ü-2') } }
  const bindings = { secret: 'ü-2' }
  expect(held({ $response: { without: ['t-2', 'other'] } }, answer)).toBe('holds')
  expect(held({ $response: { without: ['other', 't-1'] } }, answer)).toBe('without: unexpected, in headers')
  expect(held({ $response: { without: ['${secret}'] } }, answer, { bindings })).toBe('without: unexpected, in body')
  expect(held({ $response: { without: ['t-1'] } }, { $response: { status: 200, failed: 'TypeError' } })).toBe('holds')
})

test('$includes: a text in a text; in a list an item of its own for each', () => {
  expect(held({ $includes: 'b' }, 'abc')).toBe('holds')
  expect(held({ $includes: 'x' }, 'abc')).toBe('different, string')
  expect(held({ $includes: [{ $has: { a: 1 } }] }, [{ a: 2 }, { a: 1, b: 1 }])).toBe('holds')
  expect(held({ $includes: ['a', 'a'] }, ['a', 'b'])).toBe('1: absent, array')
  expect(held({ $includes: 'a' }, { a: 1 })).toBe('wrong-type, object')
})

test('$matches is a regular expression over text; a name in it stands for its text, not for a pattern', () => {
  expect(held({ $matches: '^a+$' }, 'aaa')).toBe('holds')
  expect(held({ $matches: '^.$' }, '😀')).toBe('holds')
  expect(held({ $matches: '^a+$' }, 'b')).toBe('different, string')
  expect(held({ $matches: '1' }, 1)).toBe('wrong-type, number')
  const bindings = { x: 'a.c(' }
  expect(held({ $matches: '^${x}$' }, 'a.c(', { bindings })).toBe('holds')
  expect(held({ $matches: '^${x}$' }, 'abc(', { bindings })).toBe('different, string')
})

test('$one-of and $not', () => {
  expect(held({ '$one-of': [1, { $is: 'string' }] }, 'a')).toBe('holds')
  expect(held({ '$one-of': [1, 2] }, 3)).toBe('different, number')
  expect(held({ '$one-of': [1, 2] }, undefined)).toBe('absent, absent')
  expect(held({ $not: { $includes: 'secret' } }, 'public')).toBe('holds')
  expect(held({ $not: 'a' }, 'a')).toBe('unexpected, string')
})

test('$unordered gives every pattern an item of its own, also where a greedy choice would fail', () => {
  const loose = { $is: 'number' } as const
  expect(held({ $unordered: [loose, 1] }, [1, 2])).toBe('holds')
  expect(held({ $unordered: [loose, { '$one-of': [1, 2] }, 1] }, [1, 2, 3])).toBe('holds')
  expect(held({ $unordered: [1, 1] }, [1, 2])).toBe('1: different, array')
  expect(held({ $unordered: [1] }, [1, 1])).toBe('wrong-count, array')
})

test('$json is text that decodes; its keys may begin with $', () => {
  expect(held({ $json: { a: [1] } }, '{ "a": [1] }')).toBe('holds')
  expect(held({ $json: { $$gt: 1 } }, '{"$gt":1}')).toBe('holds')
  expect(held({ $json: {} }, '{')).toBe('unreadable, string')
  expect(held({ $json: 1 }, 1)).toBe('wrong-type, number')
})

test('$keep binds anything defined, also out of the option or the item that met it', () => {
  const kept = {}
  const keep = (pattern: Encoded, value: Encoded): string => held(pattern, value, { kept })
  expect(keep({ a: { $keep: 'first' } }, { a: 1 })).toBe('holds')
  expect(keep({ '$one-of': [{ a: { $keep: 'no' }, b: 1 }, { a: { $keep: 'second' } }] }, { a: 2 })).toBe('holds')
  expect(
    keep(
      {
        $unordered: [
          { id: { $keep: 'third' }, n: 2 },
          { id: 1, n: 1 },
        ],
      },
      [
        { id: 1, n: 1 },
        { id: 3, n: 2 },
      ],
    ),
  ).toBe('holds')
  expect(keep({ $keep: 'none' }, { $value: 'undefined' })).toBe('absent, undefined')
  expect(kept).toEqual({ first: 1, second: 2, third: 3 })
})

test('files, bytes, dates and values that JSON lacks', () => {
  const file = { $file: { name: 'a.txt', type: 'text/plain', bytes: bytes('hi') } }
  expect(held({ $file: { name: 'a.txt', type: 'text/plain', text: 'hi' } }, file)).toBe('holds')
  expect(held({ $file: { name: 'b.txt', text: 'hi' } }, file)).toBe('name: different, string')
  expect(held({ $file: { name: 'a.txt', text: 'ho' } }, file)).toBe('bytes: different, bytes')
  expect(held({ $bytes: 'aGk=' }, { $bytes: bytes('hi') })).toBe('holds')
  expect(held({ $bytes: 'aGk=' }, { $bytes: bytes('h') })).toBe('different, bytes')
  expect(held({ $date: '2020-01-01' }, { $date: '2020-01-01T00:00:00.000Z' })).toBe('holds')
  expect(held({ $date: '2020-01-01' }, { $date: '2020-01-02T00:00:00.000Z' })).toBe('different, date')
  expect(held({ $value: 'NaN' }, { $value: 'NaN' })).toBe('holds')
  expect(held({ $value: '-0' }, 0)).toBe('wrong-type, number')
})
