import { describe, expect, it } from 'vitest'
import type { Encoded } from '../harness/model/value.ts'
import { bytes } from './fixtures/events.ts'
import { showValue } from './show-value.ts'

describe('values that JSON lacks', () => {
  it.each<[Encoded, string]>([
    [{ $value: 'undefined' }, 'undefined'],
    [{ $value: 'NaN' }, 'NaN'],
    [{ $value: '-0' }, '-0'],
    [{ $date: '2026-01-01T00:00:00.000Z' }, 'Date(2026-01-01T00:00:00.000Z)'],
    [{ $bytes: 'AP8=' }, 'bytes(2: 00 ff)'],
    [{ $bytes: new Uint8Array(300) }, `bytes(300: ${'00 '.repeat(12)}… 00 00 00)`],
    [
      { $file: { name: 'a.txt', type: 'text/plain', bytes: bytes('hello, world') } },
      'File("a.txt", text/plain, 12 bytes)',
    ],
    [{ $file: { name: 'a.txt', type: 'text/plain', bytes: 'YQ==' } }, 'File("a.txt", text/plain, 1 byte)'],
    [{ $file: { name: '', type: '', bytes: new Uint8Array() } }, 'File("", 0 bytes)'],
    [{ $file: { name: { $is: 'string' } } }, 'File(‹a string›)'],
    [{ $blob: { type: 'image/png', bytes: new Uint8Array(3) } }, 'Blob(image/png, 3 bytes)'],
    [
      {
        $form: [
          ['a', 'b'],
          ['file', { $blob: { bytes: 'YQ==' } }],
        ],
      },
      'FormData { "a": "b", "file": Blob(1 byte) }',
    ],
    [{ $error: { class: 'TypeError', name: 'TypeError', message: 'no' } }, 'TypeError("no")'],
    [{ $error: { message: 'no', status: 404 } }, 'Error("no", { status: 404 })'],
    [{ $response: { status: 200 } }, 'Response(200)'],
    [{ $response: { status: 200, headers: { a: 'b' } } }, 'Response(200, { headers: { a: "b" } })'],
    [{ $request: { headers: {} } }, 'Request({ headers: {} })'],
    [{ $instance: { class: 'Headers', own: {} } }, 'Headers'],
    [{ $instance: { class: ['AxiosHeaders', 'Object'], own: { a: 1 }, ref: 7 } }, 'AxiosHeaders { a: 1 }'],
    [{ $error: { class: ['AxiosError', 'Error'], name: 'AxiosError', message: 'no' } }, 'AxiosError("no")'],
    [{ $function: { name: 'stop', ref: 3 } }, 'function stop'],
    [{ $callback: 'onError' }, 'callback onError'],
    [{ $callback: { name: 'onError', throws: 'no' } }, 'callback onError that throws no'],
    [{ $signal: 'aborted' }, 'AbortSignal(aborted)'],
    [{ $function: '' }, 'a function'],
    [{ $constructor: 1 }, '{ $constructor: 1 }'],
  ])('shows %j', (value, shown) => {
    expect(showValue(value)).toBe(shown)
  })

  it('shows the contents of a file where they matter', () => {
    const file = { $file: { name: 'a', type: 'text/plain', bytes: bytes('hi') } }
    expect(showValue(file, { contents: true })).toBe('File("a", text/plain, 2 bytes: 68 69)')
  })

  it.each([
    'value',
    'date',
    'file',
    'error',
    'response',
    'instance',
    'form',
    'bytes',
    'callback',
    'is',
    'matches',
    'has',
  ])('survives a $%s that holds anything', (word) => {
    for (const value of [null, 1, 'x\u001b', [], ['\u001b'], {}, { class: '\u001b', bytes: 1, own: [] }]) {
      expect(showValue({ [`$${word}`]: value as Encoded })).toMatch(/^[^\p{Cc}]+$/u)
    }
  })
})

describe('matchers', () => {
  it.each<[Encoded, string]>([
    [{ $is: 'string' }, '‹a string›'],
    [{ $is: 'absent' }, '‹nothing›'],
    [{ $has: { status: 200 } }, '‹at least { status: 200 }›'],
    [{ $matches: '^a$' }, '‹text that matches /^a$/›'],
    [{ '$one-of': [1, 'a'] }, '‹one of 1, "a"›'],
    [{ $not: 'a' }, '‹anything but "a"›'],
    [{ $unordered: [1] }, '‹in any order [1]›'],
    [{ $includes: { a: 1 } }, '‹among others { a: 1 }›'],
    [{ $json: { a: 1 } }, '‹JSON text of { a: 1 }›'],
    [{ $keep: 'id' }, '‹anything, kept as id›'],
  ])('shows %j', (value, shown) => {
    expect(showValue(value)).toBe(shown)
  })
})
