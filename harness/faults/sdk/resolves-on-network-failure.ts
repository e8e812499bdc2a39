import type { Fault } from '../../model/fault.ts'
import { mapOutcome, rejectionOf } from '../kit/outcome.ts'

export const resolvesOnNetworkFailure: Fault = {
  id: 'sdk/resolves-on-network-failure',
  title: 'a failure without a response resolves to nothing',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'rejected' && rejectionOf(outcome)?.['response'] === undefined
        ? { kind: 'resolved', value: { $value: 'undefined' } }
        : outcome,
    ),
}
