/** How long a thread is waited for, in milliseconds. They detect what will never come; nothing is timed by them. */
export interface Limits {
  /** Until its SDK is loaded. */
  readonly loadMs: number
  /** Without a beat of its event loop. */
  readonly blockedMs: number
  /** Between being asked to end and being ended. */
  readonly graceMs: number
}

/**
 * Loading an SDK takes 0.2 s, and 2 s where every core is busy; one that waits at its top level for something that
 * never comes would hold up the run for ever. A pause of a loaded machine stays far below six seconds.
 */
export const usualLimits: Limits = { loadMs: 15_000, blockedMs: 6000, graceMs: 500 }
