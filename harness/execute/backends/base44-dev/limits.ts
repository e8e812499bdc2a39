/** How long something may take, in milliseconds, before it counts as a failure of it. */
export interface Limits {
  /** Until the command says that it is ready: 1.5 s on a quiet machine. */
  readonly startMs: number
  /** One answer while users are signed in; the first call of a function starts its process, which it waits 30 s for. */
  readonly answerMs: number
  /** Between being asked to stop and being ended: 35 ms on a quiet machine. */
  readonly stopMs: number
}

export const defaultLimits: Limits = { startMs: 60_000, answerMs: 35_000, stopMs: 5_000 }
