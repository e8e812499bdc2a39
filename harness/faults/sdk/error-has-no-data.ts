import type { Fault } from '../../model/fault.ts'
import { mapError } from '../kit/outcome.ts'

export const errorHasNoData: Fault = {
  id: 'sdk/error-has-no-data',
  title: 'the error does not carry the body of the response',
  observation: (seen) => mapError(seen, ({ data: _, ...error }) => error),
}
