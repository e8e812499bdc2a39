/**
 * Resolves when the event loop has come round so often that whatever an SDK had put off for a moment has had its
 * turn. It is asked for only once a call has settled and all its exchanges are complete: a callback that has not been
 * called by then would wait for nothing. Turns are counted, not milliseconds, so that a loaded machine, on which the
 * loop stands still, takes nothing away from the SDK.
 */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve, turnMs))
}

/** What leaves in the same breath over a socket: nothing there is put off by more than a turn of the event loop. */
export async function breath(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Together as long as the longest delay that error reporting is put off by without meaning to batch. */
const turns = 10
const turnMs = 5
