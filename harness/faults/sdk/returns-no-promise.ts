import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const returnsNoPromise: Fault = {
  id: 'sdk/returns-no-promise',
  title: 'a call returns its result without a promise',
  observation: (seen) =>
    mapOutcome(seen, (outcome) => (outcome.kind === 'resolved' ? { ...outcome, kind: 'returned' } : outcome)),
}
