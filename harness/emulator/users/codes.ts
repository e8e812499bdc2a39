import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** A code that was told to somebody: good for ten minutes and a few tries. */
export interface Code {
  readonly code: string
  readonly expires: number
  readonly tries: number
}

export const codeMinutes = 10

export function newCode(now: Date): Code {
  return { code: String(randomInt(100_000, 1_000_000)), expires: now.getTime() + codeMinutes * 60_000, tries: 0 }
}

export type Tried = 'right' | 'wrong' | 'expired' | 'exhausted'

export function tryCode({ code, expires, tries }: Code, { given, now }: { given: string; now: Date }): Tried {
  if (now.getTime() >= expires) return 'expired'
  if (tries >= mostTries) return 'exhausted'
  return isSame(given, code) ? 'right' : 'wrong'
}

// Of a million codes: a guesser's chance is one in 200,000.
const mostTries = 5

/** Takes as long wherever two texts differ, also in length. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
