import fc from 'fast-check'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { edgeNumbers } from './parts/json-parts.ts'

const number = alternatives(
  [6, fc.integer({ min: -20, max: 120 })],
  [2, fc.constantFrom(...edgeNumbers)],
  [2, fc.integer({ min: -400, max: 400 }).map((hundredths) => hundredths / 100)],
)

/** Four different numbers, by size. Breaks what sorts or compares numbers as texts, or keeps them in single precision. */
export const orderedNumbers: Generator = {
  name: 'ordered-numbers',
  title: 'Four different numbers: the least, the second, the third, the most',
  members: ['least', 'second', 'third', 'most'],
  classes: {
    'as texts they are in another order': (value) => {
      const texts = numbersIn(value).map(String)
      return texts.toSorted().join() !== texts.join()
    },
    'negative and positive ones': (value) =>
      numbersIn(value).some((one) => one < 0) && numbersIn(value).some((one) => one > 0),
    zero: (value) => numbersIn(value).includes(0),
    'a fraction': (value) => numbersIn(value).some((one) => !Number.isInteger(one)),
    'a number at an edge': (value) => numbersIn(value).some((one) => Math.abs(one) > 2 ** 30),
  },
  arbitrary: fc
    .uniqueArray(number, { minLength: 4, maxLength: 4, comparator: 'IsStrictlyEqual' })
    .map((drawn): EncodedObject => {
      const [least = 0, second = 0, third = 0, most = 0] = drawn.toSorted((a, b) => a - b)
      return { least, second, third, most }
    }),
}

function numbersIn(value: Encoded): number[] {
  return Object.values(value as EncodedObject) as number[]
}
