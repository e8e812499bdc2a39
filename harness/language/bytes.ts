import type { Encoded } from '../model/value.ts'

const utf8 = new TextEncoder()

/** The bytes of a `$bytes` form, of raw bytes, or of text as UTF-8. Base64 when it comes from a file. */
export function bytesOf(value: Encoded): Uint8Array {
  if (value instanceof Uint8Array) return value
  if (typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'))
  throw new TypeError(`bytes are base64 text or a Uint8Array, not ${typeof value}`)
}

export function utf8Of(text: string): Uint8Array {
  return utf8.encode(text)
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}
