import type { Fault } from '../../model/fault.ts'
import { mapOutcome, rejectionOf } from '../kit/outcome.ts'

export const resolvesOnError: Fault = {
  id: 'sdk/resolves-on-error',
  title: 'a response that is not 2xx resolves',
  observation: (seen) =>
    mapOutcome(seen, (outcome) => {
      const response = rejectionOf(outcome)?.['response']
      return response === undefined ? outcome : { kind: 'resolved', value: response }
    }),
}
