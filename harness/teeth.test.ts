import { expect, test } from 'vitest'
import type { Expectations, Step } from './model/contract.ts'
import type { Bindings } from './model/value.ts'
import type { Observation } from './model/outcome.ts'
import { bytes, call, exchange, place, resolved, seen } from './judge/fixtures/samples.ts'
import { teethOf } from './teeth.ts'

/** The places of a step's expectations that hold whatever was seen there. */
function toothless(step: Step | Expectations, given: Partial<Observation>, bindings: Bindings = {}): string[] {
  const judged = 'kind' in step ? step : call(step as Expectations)
  const observed = [{ step: judged, observation: seen(given), bindings }]
  return teethOf({ observed }).map(({ expectation, path }) => [expectation, ...path].join('.'))
}

test('an exact value has teeth, down to its leaves; a pattern that takes anything of a leaf has none', () => {
  const value = { a: { b: [1, 'x'] }, c: true, d: null }
  expect(toothless({ resolves: value }, resolved(value))).toEqual([])
  expect(toothless({ resolves: '${x}' }, resolved(value), { x: value })).toEqual([])
  const any = { $matches: '' }
  expect(toothless({ resolves: { $has: { a: { b: [1, any] } } } }, resolved(value))).toEqual(['resolves.a.b.1'])
})

test('members of an object that are called like parts of a file or an error have teeth as any others', () => {
  const value = { text: 'a', bytes: 'b', class: 'c' }
  expect(toothless({ resolves: { $has: value } }, resolved(value))).toEqual([])
  expect(toothless({ resolves: [{ $has: { text: { $matches: '' } } }] }, resolved([value]))).toEqual([
    'resolves.0.text',
  ])
})

test('$is has teeth: another type breaks it, and for anything and present that there is none', () => {
  for (const $is of ['anything', 'present', 'string']) {
    expect(toothless({ resolves: { $is } }, resolved('a'))).toEqual([])
    expect(toothless({ resolves: { $has: { a: { $is } } } }, resolved({ a: 'a' }))).toEqual([])
  }
  expect(toothless({ resolves: { $has: { a: { $is: 'absent' } } } }, resolved({}))).toEqual([])
  const either = { '$one-of': [{ $is: 'string' }, { $is: 'number' }] }
  expect(toothless({ resolves: { a: either } }, resolved({ a: 'a' }))).toEqual(['resolves.a'])
})

test('texts: $matches, $includes and $not', () => {
  const loose = { a: { $matches: '.*' }, b: { $includes: '' }, c: { $not: { $includes: 'secret' } }, d: { $not: 'x' } }
  const strict = { a: { $matches: '^a' }, b: { $includes: 'b' }, c: { $not: { $is: 'absent' } } }
  const value = { a: 'a', b: 'b', c: 'c', d: 'd' }
  expect(toothless({ resolves: { $has: loose } }, resolved(value))).toEqual(['resolves.a', 'resolves.b'])
  expect(toothless({ resolves: { $has: strict } }, resolved(value))).toEqual([])
})

test('errors, responses and text that is JSON', () => {
  const error = { $error: { class: ['TypeError', 'Error'], message: 'm', response: { status: 404, data: '{"a":1}' } } }
  const rejected = { outcome: { kind: 'rejected', error } } as const
  const data = { $json: { a: { $is: 'number' } } }
  const rejects = { $error: { class: 'TypeError', message: 'm', response: { status: 404, data } } }
  expect(toothless({ rejects }, rejected)).toEqual([])
  expect(toothless({ fails: { $error: { message: { $matches: '' } } } }, rejected)).toEqual(['fails.message'])
  const native = { $response: { class: ['Response'], status: 200, headers: { vary: 'a' }, bytes: bytes('{"a":1}') } }
  const response = { class: 'Response', status: 200, headers: { Vary: 'a', etag: { $is: 'absent' } }, without: ['t-1'] }
  for (const body of [{ json: { a: 1 } }, { text: '{"a":1}' }, { bytes: { $bytes: 'eyJhIjoxfQ==' } }])
    expect(toothless({ resolves: { $response: { ...response, ...body } } }, resolved(native))).toEqual([])
  const loose = { headers: { vary: { $matches: '' } }, json: { a: { $not: 'x' } }, status: { $not: 500 } }
  expect(toothless({ resolves: { $response: loose } }, resolved(native))).toEqual(['resolves.headers.vary'])
})

test('lists in any order: each pattern in the item that meets it', () => {
  const items = [
    { id: 1, t: 'a' },
    { id: 2, t: 'b' },
  ]
  const of = (t: unknown): object => ({ $has: { id: { $is: 'number' }, t } })
  expect(toothless({ resolves: { $unordered: [of('b'), of('a')] as never } }, resolved(items))).toEqual([])
  expect(toothless({ resolves: { $unordered: [of('b'), of({ $matches: '' })] as never } }, resolved(items))).toEqual([
    'resolves.1.t',
  ])
})

const request = exchange({
  target: '/a/b?q=1',
  headers: [['X-A', '1']],
  body: bytes('{"n":1}'),
  form: [
    ['f', '1'],
    ['f', '2'],
    ['g', { $file: { name: 'a', type: 'b', bytes: bytes('c') } }],
  ],
})

test('requests: each part that is named, and how many there are', () => {
  const parts = {
    client: 'client',
    origin: 'http://127.0.0.1:1',
    method: 'POST',
    path: '/a/b',
    query: { q: '1' },
    aborted: false,
  }
  const headers = { 'x-a': '${h}', 'x-b': { $value: 'undefined' } }
  const form = { f: ['1', '2'], g: { $file: { name: 'a', type: 'b', text: 'c' } } }
  const bindings = { h: '1', secret: 's' }
  const given = { exchanges: [request] }
  for (const body of [{ json: { n: 1 } }, { text: '{"n":1}' }, { form }, { bytes: { $bytes: 'eyJuIjoxfQ==' } }])
    expect(toothless({ sends: { ...parts, headers, without: ['${secret}'], ...body } }, given, bindings)).toEqual([])
  expect(toothless({ sends: { carries: ['${h}'] } }, given, bindings)).toEqual([])
  const loose = {
    method: { $matches: '' },
    query: { $is: 'object' },
    headers: { 'x-a': { $matches: '' } },
    form: { f: { $is: 'array' }, g: { $not: 1 } },
  }
  expect(toothless({ sends: loose }, given)).toEqual(['sends.method', 'sends.query', 'sends.headers.x-a'])
  expect(toothless({ sends: { json: { n: { $not: { $is: 'string' } } } } }, given)).toEqual([])
})

test('what a function receives is looked at without what is sent, which is the same request', () => {
  const exchanges = [exchange({}, { received: { function: 'f', subPath: ['x'] } })]
  const strict = { method: 'POST', path: '/x' }
  expect(toothless({ sends: { method: 'POST' }, receives: strict }, { exchanges })).toEqual([])
  const loose = { method: { $matches: '' } }
  expect(toothless({ sends: { method: 'POST' }, receives: loose }, { exchanges })).toEqual(['receives.method'])
  expect(toothless({ sends: [], receives: [] }, {})).toEqual([])
})

test('among others, a request that is not there has no teeth to lose; one that is has', () => {
  const exchanges = [exchange({ method: 'GET' }), exchange()]
  expect(toothless({ sends: { $includes: [{ method: 'POST' }] } }, { exchanges })).toEqual([])
  expect(toothless({ sends: { $includes: [] } }, { exchanges })).toEqual([])
})

test('streams, callbacks, and steps started together', () => {
  const given = { streamed: ['a', 'b'], notified: { heard: [[{ id: 1 }]] } }
  expect(toothless({ streams: ['a', 'b'], notifies: { heard: [[{ id: 1 }]] } }, given)).toEqual([])
  const any = { $matches: '' }
  expect(toothless({ streams: [any, any] }, given)).toEqual(['streams.0', 'streams.1'])
  const loose = { heard: [[{ $has: { id: { '$one-of': [{ $is: 'number' }, 'x'] } } }]] }
  expect(toothless({ notifies: loose }, given)).toEqual(['notifies.heard.0.0.id'])
  const calls = [call({ resolves: 'a' }), call({ resolves: { $matches: '' } })]
  const together: Step = { kind: 'together', place, steps: calls, expect: {} }
  const parts = [{ kind: 'resolved', value: 'a' }, { kind: 'resolved', value: 'b' }] as const // prettier-ignore
  expect(toothless(together, { parts })).toEqual(['resolves.together.1.resolves'])
})

test('a step that is not met has nothing to tell', () => {
  expect(toothless({ resolves: { $matches: '' } }, resolved(1))).toEqual([])
})
