import type { Encoded } from '../model/value.ts'
import { isObject } from './form.ts'
import { objectFrom } from './own.ts'

/** The value as JSON can carry it: bytes become base64 text, in or out of a `$bytes` form. */
export function toPlain(value: Encoded): Encoded {
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
  if (Array.isArray(value)) return (value as readonly Encoded[]).map(toPlain)
  if (!isObject(value)) return value
  return objectFrom(Object.entries(value).map(([key, item]) => [key, toPlain(item)] as const))
}
