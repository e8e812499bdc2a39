import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const resolvesWhenItFails: Fault = {
  id: 'sdk/resolves-when-it-fails',
  title: 'a call that failed resolves to nothing',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'rejected' ? { kind: 'resolved', value: { $value: 'undefined' } } : outcome,
    ),
}
