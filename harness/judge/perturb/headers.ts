import type { Encoded, EncodedObject, Template } from '../../model/value.ts'
import { formValue, unescapeKey } from '../../language/form.ts'
import { loneName, lookUp, substitute, substituteKey } from '../../language/substitute.ts'
import { within, type Changed, type Reading } from './changed.ts'
import type { Changes } from './form.ts'

export interface ChangedHeader {
  readonly name: string
  /** Undefined: the header is no longer there. */
  readonly value: Encoded | undefined
}

/** Each header that the pattern names, with another value, or there where it must not be. */
export function* changesOfHeaders({
  pattern,
  valueOf,
  reading,
  changes,
}: {
  pattern: Template
  valueOf: (name: string) => Encoded | undefined
  reading: Reading
  changes: Changes
}): Generator<Changed<ChangedHeader>> {
  const drawn = reading.literal ? undefined : loneName(pattern)
  const named = (drawn === undefined ? pattern : lookUp(drawn, reading.bindings)) as EncodedObject
  const inner = { ...reading, literal: reading.literal || drawn !== undefined }
  for (const [written, item] of Object.entries(named)) {
    const name = unescapeKey(inner.literal ? written : substituteKey(written, reading.bindings))
    const expected = inner.literal || loneName(item) === undefined ? item : substitute(item, reading.bindings)
    if (formValue(expected, 'value') === 'undefined') yield { path: [name], value: { name, value: '≠' } }
    else yield* within(name, changes(item, valueOf(name), inner), (value) => ({ name, value }))
  }
}
