import { setTimeout } from 'node:timers/promises'
import type { MannersClock } from './manners.ts'

/** The clock on the wall. */
export const realClock: MannersClock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal && { signal }),
}
