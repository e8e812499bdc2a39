import type { CaseResult } from '../model/verdict.ts'
import type { PlannedCase } from '../model/plan.ts'
import { fingerprintOf } from './fingerprint.ts'
import { finding } from './finding.ts'
import { startTrail } from './trail.ts'

/** An SDK that is there but does not load breaks every promise it was to be judged on; without a stage none can be judged. */
export function judgeLoadFailure({
  planned: { id, inapplicable },
  message,
  owner,
  replay,
}: {
  planned: PlannedCase
  message: string
  owner: 'sdk' | 'environment'
  replay: string
}): CaseResult {
  const found = finding('crashed', startTrail({}, {}), {
    expected: 'the SDK loads',
    observed: message,
    observedClass: 'load',
  })
  const mismatch = { ...found, expectation: 'conduct' as const }
  const fingerprint = fingerprintOf({ caseId: id, step: 0, mismatch })
  const nothing = { runs: 0, witnessed: {}, classes: {}, calls: 0, durationMs: 0 }
  if (inapplicable !== undefined) return { ...nothing, verdict: 'inapplicable', ...inapplicable, violations: [] }
  if (owner === 'environment') return { ...nothing, verdict: 'untestable', owner, reason: message, violations: [] }
  const violation = {
    fingerprint,
    step: 0,
    mismatch,
    counterexample: {},
    exchanges: [],
    replay,
    draws: 0,
    shrinks: 0,
  }
  return { ...nothing, verdict: 'violated', owner: 'sdk', reason: message, violations: [violation] }
}
