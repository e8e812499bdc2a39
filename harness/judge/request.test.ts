import { expect, test } from 'vitest'
import type { Bindings, Template } from '../model/value.ts'
import type { RecordedRequest } from '../model/exchange.ts'
import { bytes, exchange, verdict } from './fixtures/samples.ts'

function sent(pattern: Template, request: Partial<RecordedRequest>, bindings: Bindings = {}): string {
  return verdict({ sends: pattern }, { exchanges: [exchange(request)] }, bindings)
}

test('method, client, origin and whether the caller hung up', () => {
  expect(sent({ method: 'POST', client: 'client', origin: 'http://127.0.0.1:1', aborted: false }, {})).toBe('met')
  expect(sent({ method: 'GET' }, {})).toBe('sends.method: different, string')
  expect(sent({ aborted: true }, {})).toBe('sends.aborted: different, boolean')
})

test('a path is compared on decoded segments: what is nested and what is encoded differ', () => {
  const path = (expected: string, target: string, bindings: Bindings = {}): string =>
    sent({ path: expected, query: { $is: 'anything' } }, { target }, bindings)
  expect(path('/api/${x}', '/api/a%20b', { x: 'a b' })).toBe('met')
  expect(path('/api/${x}', '/api/a/b', { x: 'a/b' })).toBe('met')
  expect(path('/api/${x}', '/api/a%2Fb', { x: 'a/b' })).toBe('sends.path: different, string')
  expect(path('/api/${x}', '/api/a%252Fb', { x: 'a%2Fb' })).toBe('met')
  expect(path('/api/${x}', '/api/a%2Fb', { x: 'a%2Fb' })).toBe('sends.path: different, string')
  expect(path('/api/${x}', '/api/100%', { x: '100%' })).toBe('met')
  expect(path('/api/${x}', '/api/b', { x: 'a/../b' })).toBe('sends.path: different, string')
  expect(path('/api/${x}', '/api/a?b', { x: 'a?b' })).toBe('sends.path: different, string')
  expect(path('/api/${x}', '/api/%F0%9F%98%80', { x: '😀' })).toBe('met')
  expect(path('/api/a%2Fb', '/api/a%2Fb')).toBe('met')
  expect(path('/api/a%2Fb', '/api/a/b')).toBe('sends.path: different, string')
  expect(path('/api/100%25/${x}', '/api/100%25/%25', { x: '%' })).toBe('met')
  expect(path('/api', '/api/')).toBe('sends.path: different, string')
})

test('a path by a pattern is looked at without the query', () => {
  expect(sent({ path: { $matches: '^/api/[a-z]+$' }, query: { a: '1' } }, { target: '/api/x?a=1' })).toBe('met')
})

test('a path without a query means an empty query; names that come several times have a list', () => {
  expect(sent({ path: '/a' }, { target: '/a' })).toBe('met')
  expect(sent({ path: '/a' }, { target: '/a?b=1' })).toBe('sends.query.b: unexpected, string')
  expect(sent({ query: { b: ['1', '2'], c: 'ä b' } }, { target: '/a?b=1&c=%C3%A4+b&b=2' })).toBe('met')
  expect(sent({ query: { $$if: '1' } }, { target: '/a?$if=1' })).toBe('met')
  expect(sent({ method: 'POST' }, { target: '/a?b=1' })).toBe('met')
})

test('headers are a subset in any case; undefined means absent; repeated ones are joined', () => {
  const headers = [
    ['Content-Type', 'text/plain'],
    ['X-A', '1'],
    ['x-a', '2'],
  ] as const
  expect(sent({ headers: { 'content-type': 'text/plain', 'X-a': '1, 2' } }, { headers })).toBe('met')
  expect(sent({ headers: { authorization: { $value: 'undefined' } } }, { headers })).toBe('met')
  expect(sent({ headers: { 'X-A': { $value: 'undefined' } } }, { headers })).toBe(
    'sends.headers.X-A: unexpected, string',
  )
  expect(sent({ headers: { 'x-b': '1' } }, { headers })).toBe('sends.headers.x-b: absent, absent')
  expect(sent({ headers: { constructor: { $is: 'absent' }, __proto__: null } }, { headers })).toBe('met')
})

test('headers may be drawn as a whole or one by one: a drawn value is text, and undefined is "not sent"', () => {
  const bindings = {
    h: { all: { 'x-a': '${not a name}', 'x-gone': { $value: 'undefined' } }, gone: { $value: 'undefined' } },
  }
  expect(sent({ headers: '${h.all}' }, { headers: [['x-a', '${not a name}']] }, bindings)).toBe('met')
  expect(sent({ headers: '${h.all}' }, { headers: [['x-a', 'b']] }, bindings)).toBe(
    'sends.headers.x-a: different, string',
  )
  expect(sent({ headers: { 'x-gone': '${h.gone}' } }, { headers: [['x-gone', '']] }, bindings)).toBe(
    'sends.headers.x-gone: unexpected, string',
  )
})

test('a body as json, text or bytes', () => {
  expect(sent({ json: { a: 1 } }, { body: bytes('{"a":1}') })).toBe('met')
  expect(sent({ json: { a: 1 } }, { body: bytes('') })).toBe('sends.json: unreadable, empty')
  expect(sent({ json: {} }, { body: bytes('a=1') })).toBe('sends.json: unreadable, not JSON')
  expect(sent({ text: 'ä' }, { body: bytes('ä') })).toBe('met')
  expect(sent({ text: '\ufeffä' }, { body: bytes('\ufeffä') })).toBe('met')
  expect(sent({ bytes: { $bytes: '/wA=' } }, { body: Uint8Array.of(255, 0) })).toBe('met')
  expect(sent({ bytes: { $bytes: '/wA=' } }, { body: Uint8Array.of(255) })).toBe('sends.bytes: different, bytes')
})

test('a form: fields by name, several of one name as a list, files with name, type and content', () => {
  const file = { $file: { name: 'a', type: 'text/plain', bytes: bytes('x') } }
  const form = [
    ['a', '1'],
    ['b', 'x'],
    ['a', '2'],
    ['f', file],
  ] as const
  expect(
    sent({ form: { a: ['1', '2'], b: 'x', f: { $file: { name: 'a', type: 'text/plain', text: 'x' } } } }, { form }),
  ).toBe('met')
  expect(sent({ form: { a: ['1', '2'], b: 'x' } }, { form })).toBe('sends.form.f: unexpected, file')
  expect(sent({ form: { a: '1' } }, {})).toBe('sends.form: unreadable, no form')
  expect(sent({ form: { $$a: '1' } }, { form: [['$a', '1']] })).toBe('met')
})

test('what is drawn arrives in a form as the HTML Standard converts it', () => {
  const bindings = {
    text: 'a\nb\ud800',
    n: 1.5,
    yes: true,
    file: { $file: { name: 'a', type: '', bytes: bytes('x') } },
  }
  const arrived = { $file: { name: 'a', type: 'application/octet-stream', bytes: bytes('x') } }
  const form = [
    ['t', 'a\r\nb\ufffd'],
    ['n', '1.5'],
    ['y', 'true'],
    ['f', arrived],
  ] as const
  expect(sent({ form: { t: '${text}', n: '${n}', y: '${yes}', f: '${file}' } }, { form }, bindings)).toBe('met')
})

test('without: a text that occurs nowhere, not in the address, the headers or the body', () => {
  const absent = { without: ['${secret}', 'other'] }
  const bindings = { secret: 's3cret' }
  expect(sent(absent, {}, bindings)).toBe('met')
  expect(sent(absent, { target: '/?t=s3cret' }, bindings)).toBe('sends.without: unexpected, in target')
  expect(sent(absent, { headers: [['cookie', 's3cret']] }, bindings)).toBe('sends.without: unexpected, in headers')
  expect(sent(absent, { body: bytes('{"t":"s3cret"}') }, bindings)).toBe('sends.without: unexpected, in body')
})

test('texts that a request carries occur somewhere in it, each of them: address, headers or body', () => {
  const request = { target: '/a/one', headers: [['x-a', 'Bearer two']] as const, body: bytes('{"c":"three"}') }
  expect(sent({ carries: ['one', '${two}', 'three'] }, request, { two: 'two' })).toBe('met')
  expect(sent({ carries: ['one', 'four'] }, request)).toBe('sends.carries: absent, in no place')
})
