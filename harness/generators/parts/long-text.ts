import fc, { type Arbitrary } from 'fast-check'
import { sizeUpTo } from './size.ts'

/** Bytes of UTF-8: more than any read buffer that is usual, few enough to be sent often. */
const largest = 64 * 1024

/** Numbered, so that a piece that is lost, repeated or moved shows. The wide one has no character beyond the BMP: cut anywhere, it stays well-formed. */
const narrow = numbered(' ')
const wide = numbered(' é漢 ')

/** Text of up to 64 KB, mostly long; shrinks to the very length at which something breaks. */
export const longText: Arbitrary<string> = fc
  .tuple(fc.constantFrom(narrow, wide), sizeUpTo(narrow.length, 1))
  .map(([text, length]) => text.slice(0, length))

/** Long text of ASCII without white space at its end, for header values and names. */
export function longWord(max: number): Arbitrary<string> {
  return sizeUpTo(max, 1).map((length) => word.slice(0, length))
}

const word = numbered('-').slice(0, 8192)

function numbered(separator: string): string {
  const pieces: string[] = []
  for (let bytes = 0, count = 1; ; count++) {
    const piece = `${count}${separator}`
    bytes += Buffer.byteLength(piece)
    if (bytes > largest) return pieces.join('')
    pieces.push(piece)
  }
}
