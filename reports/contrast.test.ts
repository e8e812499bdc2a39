import { expect, it } from 'vitest'
import { contrast } from './contrast.ts'

it('has nothing to add to what can be shown whole', () => {
  expect(contrast('a', 'b', 80)).toBeUndefined()
  expect(contrast('a'.repeat(500), 1, 80)).toBeUndefined()
  expect(contrast({ a: 1 }, { a: 2 }, 80)).toBeUndefined()
})

it('shows two long texts where they part', () => {
  const same = 'x'.repeat(1024 * 1024)
  expect(contrast(`${same}A${same}`, `${same}B`, 60)).toEqual({
    expected: `… "${'x'.repeat(13)}A${'x'.repeat(12)}" …`,
    observed: `… "${'x'.repeat(13)}B"`,
    where: 'they part at character 1,048,577: 2,097,153 were promised, 1,048,577 came',
  })
})

it('shows two sequences of bytes where they part', () => {
  const expected = { $bytes: new Uint8Array(100) }
  expect(contrast(expected, { $bytes: new Uint8Array(99) }, 60)).toEqual({
    expected: '… 00 00 00 00 00',
    observed: '… 00 00 00 00',
    where: 'they part at byte 100: 100 were promised, 99 came',
  })
})
