import fc, { type Arbitrary } from 'fast-check'
import type { Encoded, EncodedObject } from '../../model/value.ts'
import { escapeKey } from '../../language/form.ts'
import { objectFrom } from '../../language/own.ts'
import { alternatives } from './alternatives.ts'
import { sizeUpTo } from './size.ts'
import { objectWords, shortText } from './texts.ts'

/** Where arithmetic, printing or another language's numbers give way. */
export const edgeNumbers: readonly number[] = [
  0,
  2 ** 31,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  2 ** 53,
  1e21,
  1e-7,
  5e-324,
  1.7976931348623157e308,
]

/** Members of the response that `invoke` resolves to: breaks what mixes the function's answer up with it. */
export const responseKeys = ['data', 'status', 'headers', 'config', 'request', 'statusText'] as const

export const jsonNumber: Arbitrary<number> = alternatives(
  [3, fc.integer({ min: -1000, max: 1000 })],
  [3, fc.constantFrom(...edgeNumbers)],
  [1, fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number))],
)

export const jsonScalar: Arbitrary<Encoded> = alternatives<Encoded>(
  [4, shortText],
  [3, jsonNumber],
  [1, fc.boolean()],
  [1, fc.constant(null)],
)

/** Names of members as they are written, a leading `$` doubled. No name holds `${`: a contract could not write it. */
export const jsonKey: Arbitrary<string> = alternatives(
  [8, fc.constantFrom('a', 'b', 'c', 'id', 'name')],
  [1, fc.constantFrom(...objectWords)],
  [1, fc.constantFrom(...['$gt', '$value', '$file', '$', '$$a'].map(escapeKey))],
  [1, fc.constantFrom(...responseKeys)],
  [
    1,
    fc.constantFrom('', '', '', ' ', '0', '-1', 'a.b', 'a[b]', 'é', 'e\u0301', '😀', 'length', 'then', 'toJSON', '"'),
  ],
)

/** Objects of up to `most` members, every number equally likely; a name drawn twice counts once. */
export function objectOf(member: Arbitrary<Encoded>, most: number): Arbitrary<EncodedObject> {
  return fc.noBias(fc.array(fc.tuple(jsonKey, member), { maxLength: most })).map(objectFrom)
}

export const flatObject: Arbitrary<EncodedObject> = objectOf(jsonScalar, 3)
export const flatArray: Arbitrary<readonly Encoded[]> = fc.noBias(fc.array(jsonScalar, { maxLength: 3 }))

const flat: Arbitrary<Encoded> = alternatives<Encoded>([4, jsonScalar], [1, flatObject], [1, flatArray])

/** A value inside up to eight others. */
export const nested: Arbitrary<Encoded> = fc
  .tuple(
    flat,
    fc.noBias(fc.array(alternatives([2, fc.constant(undefined)], [3, jsonKey]), { minLength: 1, maxLength: 8 })),
  )
  .map(([value, around]) => around.reduce(wrap, value))

/** What stands at a member: mostly something small. */
export const member: Arbitrary<Encoded> = alternatives<Encoded>(
  [12, jsonScalar],
  [2, flatObject],
  [2, flatArray],
  [1, nested],
)

/** Up to 400 numbers: breaks what pages, or spreads a list into arguments. */
export const longList: Arbitrary<readonly number[]> = sizeUpTo(400).map((length) =>
  Array.from({ length }, (_, at) => at),
)

export const anyObject: Arbitrary<EncodedObject> = alternatives<EncodedObject>(
  [40, objectOf(member, 5)],
  [3, fc.constant({})],
  [5, fc.tuple(jsonKey, nested).map((entry) => objectFrom([entry]))],
  [1, fc.tuple(jsonKey, longList).map((entry) => objectFrom([entry]))],
)

export const anyArray: Arbitrary<readonly Encoded[]> = alternatives<readonly Encoded[]>(
  [40, fc.noBias(fc.array(member, { maxLength: 5 }))],
  [3, fc.constant([])],
  [5, nested.map((value) => [value])],
  [1, longList],
)

function wrap(value: Encoded, key: string | undefined): Encoded {
  return key === undefined ? [value] : objectFrom([[key, value]])
}
