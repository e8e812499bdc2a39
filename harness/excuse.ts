import type { Bindings } from './model/value.ts'
import type { PlannedCase } from './model/plan.ts'
import { attempt, type Attempt, type Place } from './attempt.ts'
import type { Stage } from './execute/stage/stage.ts'

/**
 * What the trusted SDK breaks by itself is no evidence against a backend. Where the stage can play the platform it is
 * asked there; of what only a backend can be asked it is known by what was recorded in front of it and behind it.
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
  if (attempted.judgement.kind !== 'violated') return attempted
  const { blame } = attempted.judgement
  if (!planned.contract.seats.includes('sdk')) {
    if (blame?.owner !== 'sdk') return attempted
    return { ...attempted, judgement: { kind: 'excused', reason: `the trusted SDK broke it, ${blame.where}` } }
  }
  const onStage: Place = { ...place, ground: { kind: 'stage', stage } }
  const { judgement } = await attempt({ ...planned, draw, fault: undefined, place: onStage })
  if (judgement.kind !== 'violated') return attempted
  const reason = `the trusted SDK breaks it by itself, whatever the backend does: ${judgement.fingerprint}`
  return { ...attempted, judgement: { kind: 'excused', reason } }
}
