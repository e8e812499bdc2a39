import type { CallStep, ConstructStep, ReadStep, Step } from '../model/contract.ts'
import { NotExpressible } from './not-expressible.ts'

/** A step that is performed with an SDK: all that a script of the SDK and `node:http` can show. */
export type SdkStep = CallStep | ConstructStep | ReadStep

/** The parts of a step, one by one. A script plays the platform, and a contract of backends has nobody to play it for. */
export function sdkStepsOf(step: Step): readonly SdkStep[] {
  switch (step.kind) {
    case 'together':
      return step.steps.flatMap(sdkStepsOf)
    case 'http':
    case 'inside':
    case 'deploy':
      throw new NotExpressible('the contract judges backends only, for which no script is written yet')
    case 'call':
    case 'construct':
    case 'read':
      return [step]
  }
}
