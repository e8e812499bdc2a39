import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const returnsSomething: Fault = {
  id: 'sdk/returns-something',
  title: 'what returns nothing returns a promise',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'returned' ? { kind: 'resolved', value: { $value: 'undefined' } } : outcome,
    ),
}
