import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const rejectsWithNoError: Fault = {
  id: 'sdk/rejects-with-no-error',
  title: 'what is thrown is text, not an Error',
  observation: (seen) =>
    mapOutcome(seen, (outcome) => (outcome.kind === 'rejected' ? { kind: 'rejected', error: 'failed' } : outcome)),
}
