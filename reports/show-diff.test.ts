import { expect, it } from 'vitest'
import type { Encoded } from '../harness/model/value.ts'
import { bytes } from './fixtures/events.ts'
import { hostile } from './fixtures/hostile.ts'
import { showDiff } from './show-diff.ts'

const width = 60

function diff(expected: Encoded, observed: Encoded): string[] | undefined {
  return showDiff(expected, observed, { width })?.map(({ text }) => text)
}

const record = (amount: Encoded): Encoded => ({
  id: 'a1',
  name: 'a name that takes its room',
  total: { amount, currency: 'EUR' },
  lines: [{ sku: 'x-1', count: 2 }],
})

it('shows the lines in which two records differ, with what stands around them', () => {
  expect(diff(record(12.5), record('12.5'))).toEqual([
    '  … 2 equal lines',
    '    name: "a name that takes its room",',
    '    total: {',
    '-     amount: 12.5,',
    '+     amount: "12.5",',
    '      currency: "EUR",',
    '    },',
    '  … 7 equal lines',
  ])
})

it('shows two texts line by line', () => {
  expect(diff('one\ntwo\r\nthree', 'one\ntwo\nthree\n')).toEqual([
    '  one',
    '- two\\r',
    '- three ‹and no line break›',
    '+ two',
    '+ three',
  ])
})

it('opens what would look alike', () => {
  const file = (text: string): Encoded => ({
    a: 'x'.repeat(60),
    file: { $file: { name: 'a', type: '', bytes: bytes(text) } },
  })
  expect(diff(file('ab'), file('ac'))?.filter((line) => /^[-+]/.test(line))).toEqual([
    '-     2 bytes: 61 62,',
    '+     2 bytes: 61 63,',
  ])
})

it.each<[string, Encoded, Encoded]>([
  ['what fits a line', { a: 1 }, { a: 2 }],
  ['what has nothing in common', record(1), Array.from({ length: 30 }, (_, n) => `line ${n}`)],
  ['values of different kinds', record(1), 'text\ntext'],
  ['a pattern, which leaves open what else there is', { $has: record(1) }, record(2)],
  ['a pattern within', [record({ $is: 'number' })], [record('1')]],
  ['a text with a line wider than the page', `a\n${'x'.repeat(100)}`, `a\n${'x'.repeat(100)}y`],
  ['a text of one line', 'a', 'a\nb'],
])('is none for %s', (_, expected, observed) => {
  expect(diff(expected, observed)).toBeUndefined()
})

it('says what it leaves out, and keeps within its columns', () => {
  const many = (sign: string): string =>
    Array.from({ length: 300 }, (_, n) => (n % 3 === 0 ? `${sign} ${n}` : `${n}`)).join('\n')
  const lines = diff(many('a'), many('b')) ?? []
  expect(lines.at(-1)).toMatch(/^ {2}… \d+ further lines left out$/)
  expect(lines).toHaveLength(41)
  const wide =
    diff({ ...(record(1) as object), key: 'x'.repeat(150) }, { ...(record(2) as object), key: 'y'.repeat(150) }) ?? []
  expect(wide.filter((line) => line.length > width)).toEqual([])
})

it.each(Object.entries(hostile))('shows nothing raw: %s', (_, text) => {
  const shown = (diff({ ...(record(1) as object), text }, record(2)) ?? []).join('\n')
  expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
})
