import type { Step } from '../model/contract.ts'
import type { Encoded } from '../model/value.ts'
import type { Escape, Observation } from '../model/outcome.ts'
import type { Judgement } from '../model/verdict.ts'
import { fingerprintOf } from './fingerprint.ts'
import { judgeStep } from './judge-step.ts'

/** The judgement on what came to light after the last step of the last draw; undefined where nothing did. */
export function judgeLate({
  caseId,
  escapes,
  uncaught,
}: {
  caseId: string
  escapes: readonly Escape[]
  uncaught: readonly Encoded[]
}): Judgement | undefined {
  const outcome = { kind: 'resolved', value: { $value: 'undefined' } } as const
  const observation: Observation = { outcome, exchanges: [], streamed: [], notified: {}, escapes, uncaught }
  const judged = judgeStep({ step: nothingExpected, bindings: {}, observation })
  if (judged.kind !== 'broken') return undefined
  const { mismatch } = judged
  return { kind: 'violated', step: 0, mismatch, fingerprint: fingerprintOf({ caseId, step: 0, mismatch }) }
}

const nothingExpected: Step = {
  kind: 'read',
  path: 'nothing',
  expect: {},
  place: { file: '', line: 0, column: 0 },
}
