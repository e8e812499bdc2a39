import { expect, it } from 'vitest'
import { shorten } from './shorten.ts'

it.each([
  ['as it is', 100, 'as it is'],
  ['one\ntwo\u202e', 100, 'one\\ntwo\\u202e'],
  ['abcdefghijkl', 6, 'abcd … kl'],
])('%j in %d', (text, limit, shown) => expect(shorten(text, limit)).toBe(shown))

it('keeps to its limit, however much there is', () => {
  expect(shorten('m'.repeat(2 ** 20)).length).toBeLessThan(1010)
  expect(shorten('\u0000'.repeat(2 ** 20)).length).toBeLessThan(1010)
})
