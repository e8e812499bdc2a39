import type { Encoded, EncodedObject } from '../../model/value.ts'
import { escapeKey, formValue, isObject } from '../../language/form.ts'
import { ownValue } from '../../language/own.ts'
import { substitute } from '../../language/substitute.ts'
import { changesOfBody } from './body.ts'
import { within, withKey, type Reading } from './changed.ts'
import type { Changes } from './form.ts'
import { changesOfHeaders } from './headers.ts'
import type { ValueChanges } from './value.ts'

/** A native Response with each part changed that the pattern mentions. */
export function* changesOfResponse(
  pattern: EncodedObject,
  observed: Encoded | undefined,
  reading: Reading,
  changes: Changes,
): ValueChanges {
  const response = formValue(observed, 'response')
  if (!isObject(response)) return
  const put =
    (key: string) =>
    (value: Encoded | undefined): Encoded => ({ $response: withKey(response, key, value) })
  const headers = (response['headers'] ?? {}) as EncodedObject
  const valueOf = (name: string): Encoded | undefined => ownValue(headers, escapeKey(name.toLowerCase()))
  for (const [key, item] of Object.entries(pattern)) {
    const bytes = response['bytes']
    if (key === 'class') yield { path: [key], value: put(key)(['≠']) }
    else if (key === 'headers') {
      const changed = changesOfHeaders({ pattern: item, valueOf, reading, changes })
      yield* within(key, changed, ({ name, value }) => put(key)(withKey(headers, escapeKey(name.toLowerCase()), value)))
    } else if (key === 'without') {
      for (const [at, text] of (substitute(item, reading.bindings) as readonly string[]).entries())
        yield { path: [key, at], value: put('headers')({ ...headers, 'x-leak': text }) }
    } else if (['json', 'text', 'bytes'].includes(key)) {
      if (bytes instanceof Uint8Array)
        yield* within(key, changesOfBody({ key, pattern: item, body: bytes, reading, changes }), put('bytes'))
    } else yield* within(key, changes(item, ownValue(response, key), reading), put(key))
  }
}
