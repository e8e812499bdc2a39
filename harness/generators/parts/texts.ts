import fc, { type Arbitrary } from 'fast-check'
import { alternatives } from './alternatives.ts'
import {
  ascii,
  astral,
  combining,
  controls,
  lineBreaks,
  lineSeparators,
  quotes,
  rightToLeft,
  surrogates,
} from './characters.ts'

/** Short text of a kind of character and a little ASCII between. */
export function mixedWith(unit: Arbitrary<string>): Arbitrary<string> {
  return fc.string({
    unit: fc.oneof({ weight: 2, arbitrary: unit }, { weight: 1, arbitrary: ascii }),
    minLength: 1,
    maxLength: 10,
  })
}

export const plainText: Arbitrary<string> = fc.string({ unit: ascii, maxLength: 12 })
export const astralText: Arbitrary<string> = mixedWith(astral)
export const combiningText: Arbitrary<string> = mixedWith(combining)
export const rightToLeftText: Arbitrary<string> = mixedWith(rightToLeft)
export const surrogateText: Arbitrary<string> = mixedWith(surrogates)
export const brokenText: Arbitrary<string> = mixedWith(lineBreaks)
export const separatedText: Arbitrary<string> = mixedWith(lineSeparators)
export const quotedText: Arbitrary<string> = mixedWith(quotes)
export const controlText: Arbitrary<string> = mixedWith(controls)

/** Names that every object already has, or that look like nothing: breaks look-ups in plain objects. */
export const objectWords = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'] as const
export const wordText: Arbitrary<string> = fc.constantFrom(...objectWords, 'undefined', 'NaN', '[object Object]')

/** Breaks what guesses a type from the text. */
export const numberText: Arbitrary<string> = fc.constantFrom(
  '1',
  '0',
  '-1',
  '007',
  '1.0',
  '1e3',
  '0x10',
  '9007199254740993',
  '-0',
)
export const jsonLikeText: Arbitrary<string> = fc.constantFrom('{}', '[]', 'null', 'true', '{"a":1}', '"a"', '[1,')

/** Breaks what trims. */
export const spacedText: Arbitrary<string> = fc.constantFrom(' ', ' a', 'a ', '\ta', ' a b ', '\u00a0a', '   ')

/** Short text that UTF-8 can hold, of every kind; without CR, LF and a byte order mark. */
export const oneLineText: Arbitrary<string> = alternatives(
  [24, plainText],
  [2, fc.constant('')],
  [8, astralText],
  [6, combiningText],
  [6, rightToLeftText],
  [6, separatedText],
  [6, quotedText],
  [6, controlText],
  [8, wordText],
  [8, numberText],
  [8, jsonLikeText],
  [6, spacedText],
)

/** Short text that UTF-8 can hold, of every kind; without a byte order mark, which decoders drop at the start. */
export const shortText: Arbitrary<string> = alternatives([9, oneLineText], [1, brokenText])
