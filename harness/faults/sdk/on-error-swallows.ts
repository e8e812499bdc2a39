import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const onErrorSwallows: Fault = {
  id: 'sdk/on-error-swallows',
  title: 'a call whose error a handler has heard resolves',
  observation: (seen) =>
    Object.values(seen.notified).every((calls) => calls.length === 0)
      ? seen
      : mapOutcome(seen, (outcome) =>
          outcome.kind === 'rejected' ? { kind: 'resolved', value: { $value: 'undefined' } } : outcome,
        ),
}
