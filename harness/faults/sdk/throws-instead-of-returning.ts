import type { Fault } from '../../model/fault.ts'
import { mapOutcome, rejected } from '../kit/outcome.ts'

export const throwsInsteadOfReturning: Fault = {
  id: 'sdk/throws-instead-of-returning',
  title: 'what returns at once throws',
  observation: (seen) =>
    mapOutcome(seen, (outcome) => {
      const error = rejected('Error', 'nothing to disconnect')
      return outcome.kind === 'returned' && error.kind === 'rejected' ? { kind: 'threw', error: error.error } : outcome
    }),
}
