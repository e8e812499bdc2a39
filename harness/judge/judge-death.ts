import type { Outcome } from '../model/outcome.ts'
import type { Step } from '../model/contract.ts'
import type { Judgement } from '../model/verdict.ts'
import { fingerprintOf } from './fingerprint.ts'
import { judgeStep } from './judge-step.ts'

/** The judgement on a step in which the thread died or stopped answering. */
export function judgeDeath({
  caseId,
  steps,
  step,
  how,
  detail,
}: {
  caseId: string
  steps: readonly Step[]
  step: number
  how: Extract<Outcome, { kind: 'crashed' }>['how']
  detail: string
}): Judgement {
  const outcome: Outcome = { kind: 'crashed', how, detail }
  const observation = { outcome, exchanges: [], streamed: [], notified: {}, escapes: [], uncaught: [] }
  const dying = steps[step] as Step
  const judged = judgeStep({ step: dying, bindings: {}, observation })
  if (judged.kind !== 'broken') throw new Error('a crash is a violation')
  return {
    kind: 'violated',
    step,
    mismatch: judged.mismatch,
    fingerprint: fingerprintOf({ caseId, step, named: dying.named, mismatch: judged.mismatch }),
  }
}
