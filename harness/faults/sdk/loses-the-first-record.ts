import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const losesTheFirstRecord: Fault = {
  id: 'sdk/loses-the-first-record',
  title: 'a list lacks its first record',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'resolved' && Array.isArray(outcome.value)
        ? { kind: 'resolved', value: outcome.value.slice(1) }
        : outcome,
    ),
}
