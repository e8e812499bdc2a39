import type { Fault } from '../../model/fault.ts'
import { mapError } from '../kit/outcome.ts'

export const errorHasNoStatus: Fault = {
  id: 'sdk/error-has-no-status',
  title: 'the error does not carry the status of the response',
  observation: (seen) => mapError(seen, ({ status: _, ...error }) => error),
}
