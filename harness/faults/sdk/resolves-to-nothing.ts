import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const resolvesToNothing: Fault = {
  id: 'sdk/resolves-to-nothing',
  title: 'what came back does not reach the caller',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'resolved' ? { kind: 'resolved', value: { $value: 'undefined' } } : outcome,
    ),
}
