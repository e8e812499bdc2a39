import { pulseBeat } from '../../model/thread.ts'
import type { Limits } from './limits.ts'

/** Often enough to notice soon, seldom enough to cost nothing. */
const mostLookMs = 500

/** Looks at the beats of a thread; gives it up when they have stopped, or when it takes too long. */
export function watch({
  pulse,
  limits: { blockedMs },
  withinMs = Number.POSITIVE_INFINITY,
  giveUp,
}: {
  pulse: Int32Array
  limits: Limits
  withinMs: number | undefined
  giveUp: (detail: string) => void
}): () => void {
  const started = performance.now()
  let beat = Atomics.load(pulse, pulseBeat)
  let since = started
  const look = (): void => {
    const now = performance.now()
    const seen = Atomics.load(pulse, pulseBeat)
    // Before its first beat a thread is still being set up, which takes a loaded machine its time.
    if (seen !== beat || seen === 0) since = now
    beat = seen
    if (now - since > blockedMs) giveUp(`its event loop did not turn for ${blockedMs} ms`)
    else if (now - started > withinMs) giveUp(`its import did not finish within ${withinMs} ms`)
  }
  const timer = setInterval(look, Math.min(mostLookMs, blockedMs / 4, withinMs / 4))
  return () => clearInterval(timer)
}
