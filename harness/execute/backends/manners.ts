/**
 * The gate that every request to a backend passes: never more in a second than it is asked to take, and none before the
 * moment that the backend itself named. Whoever waits is told once.
 */
export interface Manners {
  /** Resolves when the next request may leave. */
  readonly turn: (signal?: AbortSignal) => Promise<void>
  /** What the backend answered; true where it asks for the same request later, which its next `turn` waits for. */
  readonly heard: (answer: { status: number; retryAfter: string | undefined }) => boolean
}

export interface MannersClock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** Longer than any limit of calls a minute lasts; a backend that asks for more is asked again after it. */
export const longestWaitMs = 60_000

export function openManners({
  rate,
  clock,
  say,
}: {
  /** Requests a second; left out: as many as come. */
  rate?: number | undefined
  clock: MannersClock
  say: (text: string) => void
}): Manners {
  const gap = rate === undefined ? 0 : 1000 / rate
  let next = Number.NEGATIVE_INFINITY
  let quietUntil = Number.NEGATIVE_INFINITY
  const sayOnce = once(say)
  return {
    async turn(signal) {
      // Asked again after waiting: meanwhile another answer may have asked for more patience.
      while (quietUntil > clock.now()) await clock.wait(quietUntil - clock.now(), signal)
      const now = clock.now()
      const start = Math.max(now, next)
      next = start + gap
      if (start > now) await clock.wait(start - now, signal)
    },
    heard({ status, retryAfter }) {
      const wait = postponed(status) ? waitOf(retryAfter, clock.now()) : undefined
      if (wait === undefined) return false
      const bounded = Math.min(wait, longestWaitMs)
      quietUntil = Math.max(quietUntil, clock.now() + bounded)
      sayOnce(`The backend asks for patience (${status}, Retry-After: ${retryAfter}): ${waitWords(bounded, wait)}.`)
      return true
    },
  }
}

/** RFC 9110, 15.6.4 and RFC 6585, 4: the two that say "not now". */
function postponed(status: number): boolean {
  return status === 429 || status === 503
}

/** Milliseconds that `Retry-After` names, in seconds or as a date; undefined where it says neither. */
function waitOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined
  const text = retryAfter.trim()
  if (/^\d+$/.test(text)) return Number(text) * 1000
  // A date begins with the name of a day; `Date.parse` alone would read "-1" as one.
  const date = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function waitWords(bounded: number, wanted: number): string {
  const seconds = `${Math.ceil(bounded / 1000)} s`
  return bounded < wanted
    ? `waiting ${seconds}, and no longer at a time`
    : `waiting ${seconds}; later waits are not told`
}

function once(say: (text: string) => void): (text: string) => void {
  let said = false
  return (text) => {
    if (!said) say(text)
    said = true
  }
}
