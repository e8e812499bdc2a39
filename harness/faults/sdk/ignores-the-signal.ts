import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const ignoresTheSignal: Fault = {
  id: 'sdk/ignores-the-signal',
  title: 'an abort signal has no effect',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'rejected' ? { kind: 'resolved', value: { $response: { status: 200 } } } : outcome,
    ),
}
