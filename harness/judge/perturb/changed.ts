import type { Bindings, Encoded, EncodedObject } from '../../model/value.ts'
import { formOf } from '../../language/form.ts'
import { objectFrom } from '../../language/own.ts'
import type { Trail } from '../trail.ts'

/** Something that was recorded, with one leaf of it changed. */
export interface Changed<T> {
  /** Keys of the expectation that mentions the leaf. */
  readonly path: readonly (string | number)[]
  readonly value: T
}

/** How a pattern is to be read. */
export interface Reading {
  readonly bindings: Bindings
  readonly as: Trail['as']
  readonly literal: boolean
}

/** Changes of a part as changes of the whole. */
export function* within<T, U>(
  key: string | number,
  changes: Iterable<Changed<T>>,
  put: (value: T) => U,
): Generator<Changed<U>> {
  for (const { path, value } of changes) yield { path: [key, ...path], value: put(value) }
}

export function* first<T>(most: number, items: Iterable<T>): Generator<T> {
  let taken = 0
  for (const item of items) {
    if (taken++ >= most) return
    yield item
  }
}

/** Anything else of the same type, where there is more than one of it. */
export function foreign(observed: Encoded | undefined): Encoded {
  if (typeof observed === 'string') return observed === '≠' ? '≠≠' : '≠'
  // Adding one would change nothing beyond 2 ** 53.
  if (typeof observed === 'number') return observed === 0 ? 1 : 0
  if (typeof observed === 'boolean') return !observed
  if (Array.isArray(observed)) return observed.length === 0 ? ['≠'] : []
  if (observed instanceof Uint8Array) return Uint8Array.of(...observed.subarray(0, 64), 33)
  return typeof observed === 'object' && observed !== null && formOf(observed) === undefined ? { '≠': 1 } : '≠'
}

/** The object with another value under a key; undefined takes the key away. */
export function withKey(object: EncodedObject, key: string, value: Encoded | undefined): EncodedObject {
  const others = Object.entries(object).filter(([name]) => name !== key)
  return objectFrom(value === undefined ? others : [...others, [key, value] as const])
}

export function replaceAt<T>(list: readonly T[], at: number, value: T | undefined): T[] {
  return list.flatMap((item, index) => (index !== at ? [item] : value === undefined ? [] : [value]))
}
