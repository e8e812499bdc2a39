import type { Encoded } from '../model/value.ts'
import { toPlain } from '../language/plain.ts'

/** A value as a message quotes it: as it would be written, and short. */
export function show(value: Encoded): string {
  const text = JSON.stringify(toPlain(value))
  return `\`${text.length > longest ? `${text.slice(0, longest)}…` : text}\``
}

/** Long enough to recognise the value, short enough for one line of a terminal. */
const longest = 60
