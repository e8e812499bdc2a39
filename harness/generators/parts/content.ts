import fc, { type Arbitrary } from 'fast-check'
import { utf8Of } from '../../language/bytes.ts'
import { alternatives } from './alternatives.ts'
import { sizeUpTo } from './size.ts'

/** Bytes that look like no text and repeat late (SplitMix32): a piece that is lost or moved shows. */
const noise = noiseOf(256 * 1024)

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)

/** Cut-off, overlong and surrogate sequences, and bytes that UTF-8 never has. */
const invalidUtf8 = [
  [0xff],
  [0x80],
  [0xc3],
  [0xe2, 0x82],
  [0xc0, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
].map((bytes) => Uint8Array.from(bytes))

/** Breaks what looks for the end of a part by its line instead of its whole boundary. */
const boundaryLike = [
  '\r\n--',
  '\r\n--boundary\r\n',
  '--boundary--\r\n',
  '\r\n------WebKitFormBoundary\r\n',
  '----formdata-undici-0\r\n',
  '\r\n\r\n',
].map(utf8Of)

const piece: Arbitrary<Uint8Array> = alternatives(
  [4, fc.constantFrom(...['a', 'hello', 'é😀', '{"a":1}'].map(utf8Of))],
  [3, fc.constantFrom(...boundaryLike)],
  [3, fc.constantFrom(...invalidUtf8)],
  [2, fc.constantFrom(...['\r\n', '\n', '\r', '\0', '\ufeff', '\x1a'].map(utf8Of), Uint8Array.of(0xff, 0xfe))],
  [1, fc.constant(everyByte)],
)

/** A few bytes of every awkward kind. */
export const fewBytes: Arbitrary<Uint8Array> = alternatives(
  [4, fc.array(piece, { maxLength: 4 }).map(joined)],
  [1, fc.uint8Array({ maxLength: 16 })],
)

/** Up to a number of bytes (256 KB at most), mostly many; shrinks to the very length at which something breaks. */
export function manyBytes(most: number): Arbitrary<Uint8Array> {
  return sizeUpTo(most).map((length) => noise.slice(0, length))
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, one) => length + one.length, 0))
  let at = 0
  for (const one of pieces) {
    whole.set(one, at)
    at += one.length
  }
  return whole
}

function noiseOf(length: number): Uint8Array {
  const words = new Uint32Array(length / 4)
  for (let at = 0; at < words.length; at++) {
    let mixed = Math.imul(at + 1, 0x9e3779b9)
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    words[at] = mixed ^ (mixed >>> 15)
  }
  return new Uint8Array(words.buffer)
}
