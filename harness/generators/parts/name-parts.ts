import fc, { type Arbitrary } from 'fast-check'
import { alternatives } from './alternatives.ts'
import { longWord } from './long-text.ts'

const words = fc.constantFrom('a', 'order', 'process', 'send', 'mail', 'report', 'user')
const severalWords = fc.array(words, { minLength: 1, maxLength: 3 })
const twoOrMore = fc.array(words, { minLength: 2, maxLength: 3 })

const camelCase = severalWords.map(([first, ...rest]) => [first, ...rest.map(capital)].join(''))
const kebabCase = severalWords.map((parts) => parts.join('-'))
const snakeCase = severalWords.map((parts) => parts.join('_'))

/** Names that a table of functions, or a path to them, may hold already: breaks look-ups in plain objects. */
export const reservedNames = [
  'constructor',
  '__proto__',
  'toString',
  'functions',
  'invoke',
  'fetch',
  'apps',
  'api',
] as const

/** A folder's name is at most 255 bytes on every common file system. */
const longestName = 200

/** A segment of a function's name of letters, digits, hyphens and underscores. */
export const plainSegment: Arbitrary<string> = alternatives(
  [6, camelCase],
  [6, kebabCase],
  [4, snakeCase],
  [2, fc.constantFrom('1', '42', '007', '2fa')],
  [2, fc.constantFrom('x', 'A', '_')],
  [2, fc.constantFrom('PROCESS', 'ProcessOrder', 'sendSMS', 'Order-Mail_2', '-', '__init__', '-a')],
  [4, fc.constantFrom(...reservedNames)],
  [2, longWord(longestName)],
)

/** Letters that percent-encoding makes several bytes of, composed and decomposed. */
export const unicodeSegment: Arbitrary<string> = fc.constantFrom(
  'pr\u00fcfen',
  'pru\u0308fen',
  '注文',
  'إرسال',
  '🚀',
  'naïve-ß',
  '\u212bngstrom',
)

export const dottedSegment: Arbitrary<string> = alternatives(
  [2, twoOrMore.map((parts) => parts.join('.'))],
  [1, fc.constantFrom('v1.2', 'a..b')],
)
export const spacedSegment: Arbitrary<string> = twoOrMore.map((parts) => parts.join(' '))

/** Characters that may stand in a path as they are, and that many encode, decode or read something into. */
export const punctuatedSegment: Arbitrary<string> = fc.string({
  unit: fc.constantFrom(..."a+&=,;:@!$'()*~b"),
  minLength: 1,
  maxLength: 6,
})

/** One segment or several, none of them empty. */
export function path(segment: Arbitrary<string>): Arbitrary<string> {
  return alternatives(
    [4, segment],
    [1, fc.array(segment, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('/'))],
  )
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
