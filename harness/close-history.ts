import type { Step } from './model/contract.ts'
import type { Bindings } from './model/value.ts'
import type { Observation } from './model/outcome.ts'
import type { SetScene } from './set-scene.ts'

/** What a history that broke off takes away of what it made: not judged, since what it was about has been seen. */
export async function closeHistory({
  steps,
  bindings,
  perform,
  observation: { outcome },
}: {
  /** All that were still to come. */
  steps: readonly Step[]
  bindings: Bindings
  perform: SetScene['perform']
  /** Of the step at which it broke off. */
  observation: Observation
}): Promise<void> {
  // Who hung or died keeps the next step waiting, too.
  if (outcome.kind === 'timed-out' || outcome.kind === 'crashed') return
  for (const step of steps) if (step.closing === true) await perform(step, bindings).catch(() => undefined)
}
