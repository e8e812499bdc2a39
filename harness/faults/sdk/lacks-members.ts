import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const lacksMembers: Fault = {
  id: 'sdk/lacks-members',
  title: 'a module or a method is not there',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'returned' ? { kind: 'returned', value: { $value: 'undefined' } } : outcome,
    ),
}
