import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Encoded } from '../harness/model/value.ts'
import { hostile } from './fixtures/hostile.ts'
import { showValue, showValueLines } from './show-value.ts'

describe('showValue', () => {
  it.each<[Encoded, string]>([
    [null, 'null'],
    [-0, '-0'],
    ['text', '"text"'],
    [{ a: 1, 'b c': [true, null] }, '{ a: 1, "b c": [true, null] }'],
    [{ $$gt: 3, $$: 1 }, '{ $gt: 3, $: 1 }'],
    [{ $set: 1, other: 2 }, '{ $set: 1, other: 2 }'],
    [{ $nonsense: [1] }, '{ $nonsense: [1] }'],
    [{}, '{}'],
    [[], '[]'],
    [JSON.parse('{"__proto__":1}') as Encoded, '{ __proto__: 1 }'],
    [new Uint8Array([0, 15, 255]), 'bytes(3: 00 0f ff)'],
    [
      Array.from({ length: 22 }, (_, index) => index),
      `[${Array.from({ length: 20 }, (_, i) => i).join(', ')}, … 2 more]`,
    ],
  ])('shows %j', (value, shown) => {
    expect(showValue(value)).toBe(shown)
  })

  it('takes the middle out of a long text, and says how much it was', () => {
    expect(showValue('m'.repeat(1024 * 1024), { text: 12 })).toBe('"mmmmmmmm" … 1,048,564 bytes … "mmmm"')
  })

  it('gives up on what is nested too deeply to be read', () => {
    const deep = Array.from({ length: 2000 }).reduce<Encoded>((inner) => ({ a: inner }), 1)
    expect(showValue(deep)).toContain('a: {…}')
  })

  it('breaks lines where there are columns', () => {
    expect(showValueLines({ id: 'a'.repeat(20), nested: { list: [1, 2, 3] } }, { width: 40 })).toEqual([
      '{',
      '  id: "aaaaaaaaaaa" … 4 bytes … "aaaaa",',
      '  nested: { list: [1, 2, 3] },',
      '}',
    ])
  })

  it('leaves out what lies deepest where there are only some lines', () => {
    const value = { id: 1, config: { adapter: ['xhr', 'http'], headers: { accept: 'application/json' } } }
    expect(showValueLines(value, { width: 40, lines: 5 })).toEqual([
      '{',
      '  id: 1,',
      '  config: { adapter: […], headers: {…} },',
      '}',
    ])
    expect(showValueLines(Array(30).fill('x'.repeat(9)), { width: 20, lines: 4 })).toEqual([
      '[',
      '  "xxxxxxxxx",',
      '  …',
      ']',
    ])
  })

  it.each(Object.entries(hostile))('keeps %s from the terminal, as a text and as a key', (_, text) => {
    expect(showValue({ [`k${text}`]: text })).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,400}$/u)
  })

  it('shows any value at all on one line', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(showValue(value as Encoded)).toMatch(/^[^\p{Cc}\p{Cs}]+$/u)
      }),
    )
  })
})
