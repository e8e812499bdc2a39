import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { mapError } from '../kit/outcome.ts'

export const hidesTheErrorStatus: Fault = {
  id: 'sdk/hides-the-error-status',
  title: 'err.response says 500 whatever the function answered',
  observation: (seen) =>
    mapError(seen, (error) => {
      const response = error['response']
      return isObject(response)
        ? { ...error, response: { ...response, status: response['status'] === 500 ? 0 : 500 } }
        : error
    }),
}
