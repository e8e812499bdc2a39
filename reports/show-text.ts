import { elide } from './elide.ts'
import { count } from './quantity.ts'
import { quoted, visible } from './visible.ts'

/** A text in quotes; too long, its two ends and what lies between: `"abc" … 1,048,570 bytes … "xyz"`. */
export function showText(text: string, limit: number): string {
  const elided = elide(text, { limit, escape: visible })
  if (elided === undefined) return quoted(text)
  return `${quoted(elided.head)} … ${count(elided.bytes)} bytes … ${quoted(elided.tail)}`
}

/** Bytes by their number and their first and last values. */
export function showBytes(bytes: Uint8Array): string {
  return bytes.length === 0 ? 'bytes(0)' : `bytes(${count(bytes.length)}: ${hex(bytes)})`
}

/** Hexadecimal pairs, the middle left out where there are many. */
export function hex(bytes: Uint8Array): string {
  if (bytes.length <= mostBytes) return pairs(bytes)
  return `${pairs(bytes.subarray(0, firstBytes))} … ${pairs(bytes.subarray(-lastBytes))}`
}

const mostBytes = 16
const firstBytes = 12
const lastBytes = 3

function pairs(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}
