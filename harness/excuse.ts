import type { Bindings } from './model/value.ts'
import type { PlannedCase } from './model/plan.ts'
import { attempt, type Attempt, type Place } from './attempt.ts'
import type { Stage } from './execute/stage/stage.ts'

/**
 * What the trusted SDK breaks by itself, where the stage plays the platform, is no evidence against a backend. A
 * contract that speaks of backends only has nothing of the SDK's to break.
 */
export async function excuse({
  planned,
  draw,
  place,
  attempted,
  stage,
}: {
  planned: PlannedCase
  draw: Bindings
  place: Place
  attempted: Attempt
  stage: Stage
}): Promise<Attempt> {
  if (!planned.contract.seats.includes('sdk')) return attempted
  const onStage: Place = { ...place, ground: { kind: 'stage', stage } }
  const { judgement } = await attempt({ ...planned, draw, fault: undefined, place: onStage })
  if (judgement.kind !== 'violated') return attempted
  const reason = `the trusted SDK breaks it by itself, whatever the backend does: ${judgement.fingerprint}`
  return { ...attempted, judgement: { kind: 'excused', reason } }
}
