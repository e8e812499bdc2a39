import fc, { type Arbitrary } from 'fast-check'
import type { EncodedObject } from '../../model/value.ts'
import { objectFrom } from '../../language/own.ts'
import { alternatives } from './alternatives.ts'
import { ascii } from './characters.ts'
import { longWord } from './long-text.ts'

/** Four of them are half of what most servers take (Node: 16 KB for all headers). */
const longestValue = 2048

/** Visible ASCII, maybe with spaces inside: never empty, never with white space at an end. */
export const visibleValue: Arbitrary<string> = alternatives(
  [4, fc.constantFrom('a', '1', 'true', 'abc-123')],
  [4, fc.string({ unit: ascii, minLength: 1, maxLength: 20 }).map((text) => text.trim() || 'a')],
  [2, fc.constantFrom('a b', 'a  b', 'two words')],
  [2, fc.constantFrom('a, b', 'a,b', ',')],
  [2, fc.constantFrom('"a"', 'a="b c"; d', "it's", '\\', '"')],
  [1, fc.constantFrom('null', 'undefined', '__proto__', '{"a":1}', 'x-other: a', '%0d%0a', '0')],
  [1, longWord(longestValue)],
)

/** Only letters, digits and hyphens: some servers drop names with anything else. */
export const customName: Arbitrary<string> = alternatives(
  [4, fc.constantFrom('x-a', 'x-note', 'x-tenant', 'x-idempotency-key', 'x-2')],
  [1, fc.string({ unit: fc.constantFrom(...'abcdef0123'), minLength: 1, maxLength: 24 }).map((text) => `x-${text}`)],
  [1, fc.constantFrom('x-constructor', 'x-data', 'x-status', 'x-tostring')],
)

/** Headers by name; of names that differ only in case the first counts. */
export function headersOf({
  name,
  value,
  most,
}: {
  name: Arbitrary<string>
  value: Arbitrary<string>
  most: number
}): Arbitrary<EncodedObject> {
  return fc.array(fc.tuple(name, value), { maxLength: most }).map((entries) => {
    const seen = new Set<string>()
    return objectFrom(entries.filter(([one]) => seen.size < seen.add(one.toLowerCase()).size))
  })
}
