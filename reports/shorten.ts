import { elide } from './elide.ts'
import { visible } from './visible.ts'

/** Text as data, every character of it visible; of one that is too long, both ends. */
export function shorten(text: string, limit: number = longest): string {
  const elided = elide(text, { limit, escape: visible })
  return elided === undefined ? visible(text) : `${visible(elided.head)} … ${visible(elided.tail)}`
}

/** A title or a reason is shorter by far; what is not would take the room of everything else. */
const longest = 1000
