/**
 * Lets a streamed answer and its reader take turns: the next chunk is written only after the caller has read
 * the last one. A caller that buffers never reads, so it never gets the second chunk.
 */
export interface Lockstep {
  /** The writer's side: resolves once the caller has read everything that was written so far. */
  written: (bytes: number) => Promise<void>
  /** The reader's side: bytes that arrived; true when they complete what was written. */
  took: (bytes: number) => boolean
  /** Lets a waiting writer go: nobody will read any more. */
  release: () => void
}

export function createLockstep(): Lockstep {
  let written = 0
  let taken = 0
  let released = false
  let wake: (() => void) | undefined
  return {
    written(bytes) {
      written += bytes
      if (released || taken >= written) return Promise.resolve()
      return new Promise((resolve) => (wake = resolve))
    },
    took(bytes) {
      taken += bytes
      if (taken < written) return false
      wake?.()
      return true
    },
    release() {
      released = true
      wake?.()
    },
  }
}
