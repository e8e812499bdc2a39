import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { mapError } from '../kit/outcome.ts'

export const hidesTheErrorBody: Fault = {
  id: 'sdk/hides-the-error-body',
  title: 'err.response has no data',
  observation: (seen) =>
    mapError(seen, (error) => {
      const response = error['response']
      if (!isObject(response)) return error
      const { data: _, ...rest } = response
      return { ...error, response: rest }
    }),
}
