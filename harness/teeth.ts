import type { ExpectationKey, Step } from './model/contract.ts'
import type { Toothless } from './model/proof.ts'
import type { Bindings } from './model/value.ts'
import type { Observation } from './model/outcome.ts'
import { judgeStep } from './judge/judge-step.ts'
import { changesOfObservation } from './judge/perturb/observation.ts'

/**
 * Judging is pure, so every recorded leaf that a contract mentions can be changed and judged again: what still holds
 * then was not looked at. `observed` is what {@link attempt} returns for a draw for which the contract holds; a step
 * that is not met has nothing to tell.
 */
export function teethOf({
  observed,
}: {
  observed: readonly { readonly step: Step; readonly observation: Observation; readonly bindings: Bindings }[]
}): Toothless[] {
  return observed.flatMap((seen, index) => teethOfStep({ ...seen, index }))
}

function teethOfStep({
  step,
  index,
  observation,
  bindings,
}: {
  step: Step
  index: number
  observation: Observation
  bindings: Bindings
}): Toothless[] {
  const judged = judgeStep({ step, bindings, observation })
  if (judged.kind !== 'met') return []
  const reading = { bindings: { ...bindings, ...judged.kept }, as: 'value', literal: false } as const
  const toothless: Toothless[] = []
  for (const { path, value } of changesOfObservation(step, observation, reading)) {
    const [first, ...rest] = path
    const expectation = first === 'together' ? 'resolves' : (first as ExpectationKey)
    const alone = judgeStep({ step: lookingAt(step, expectation), bindings: reading.bindings, observation: value })
    if (alone.kind === 'met') toothless.push({ step: index, expectation, path: first === 'together' ? path : rest })
  }
  return toothless
}

/** What is sent is what is received: each is looked at without the other. */
function lookingAt(step: Step, expectation: ExpectationKey): Step {
  const other = expectation === 'sends' ? 'receives' : expectation === 'receives' ? 'sends' : undefined
  if (other === undefined) return step
  const { [other]: _, ...expect } = step.expect
  return { ...step, expect }
}
