import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const throwsNothing: Fault = {
  id: 'sdk/throws-nothing',
  title: 'what must be refused is accepted without a word',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'threw' ? { kind: 'returned', value: { $instance: { class: ['Object'], own: {} } } } : outcome,
    ),
}
