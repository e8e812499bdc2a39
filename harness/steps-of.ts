import type { Contract, Step } from './model/contract.ts'
import { historyName, type ModelStep } from './model/history-model.ts'
import type { Bindings } from './model/value.ts'
import type { HistoryStep } from './model/verdict.ts'
import { buildStepsAt } from './load/contract/build-step.ts'
import { modelNamed } from './model-named.ts'

/** The steps of a contract in one draw: its own, or those that its model makes of the history that was drawn. */
export function stepsOf(contract: Contract, draw: Bindings): readonly Step[] {
  return contract.model === undefined ? contract.steps : emitted(contract, draw).flatMap(built(contract))
}

/** The history of a draw as a contract would write it; undefined where no model emits it. */
export function writtenHistory(contract: Contract, draw: Bindings): readonly HistoryStep[] | undefined {
  return contract.model && emitted(contract, draw).map(({ of, step }) => ({ of, step }))
}

function emitted({ model, given }: Contract, draw: Bindings): readonly ModelStep[] {
  return model === undefined ? [] : modelNamed(model.name).stepsOf(draw[historyName] ?? [], given)
}

function built({ place }: Contract): (emitted: ModelStep) => Step[] {
  return ({ of, step, closing }) =>
    buildStepsAt({ steps: [step] }, () => place).map((one) => ({
      ...one,
      named: of,
      ...(closing && { closing }),
    }))
}
