import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoded } from '../../model/value.ts'
import type { Classes } from './text-classes.ts'

const tests = {
  empty: (bytes) => bytes.length === 0,
  'every byte value': (bytes) => bytes.length >= 256 && hasEveryByte(bytes),
  'not UTF-8': (bytes) => !isUtf8(bytes),
  'text that is not ASCII': (bytes) => isUtf8(bytes) && !isAscii(bytes),
  CRLF: (bytes) => indexOf(bytes, '\r\n') >= 0,
  'like the boundary of a form': (bytes) => indexOf(bytes, '\r\n--') >= 0 || indexOf(bytes, '--') === 0,
  NUL: (bytes) => bytes.includes(0),
} satisfies Record<string, (bytes: Uint8Array) => boolean>

/** Classes of content, for values whose bytes `bytesOf` finds. */
export function contentClasses(bytesOf: (value: Encoded) => Uint8Array): Classes {
  return Object.fromEntries(
    Object.entries(tests).map(([name, test]) => [name, (value: Encoded): boolean => test(bytesOf(value))]),
  )
}

function hasEveryByte(bytes: Uint8Array): boolean {
  const met = new Uint8Array(256)
  let missing = 256
  for (const byte of bytes) {
    if (met[byte] === 1) continue
    met[byte] = 1
    if (--missing === 0) return true
  }
  return false
}

function indexOf(bytes: Uint8Array, text: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text)
}
