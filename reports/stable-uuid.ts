import { createHash } from 'node:crypto'

/** The same UUID for the same text, for formats that want one: version 8, whose digits are ours to choose. */
export function stableUuid(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4]
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ]
  return groups.join('-')
}
