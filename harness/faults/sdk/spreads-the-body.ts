import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { mapAxios } from '../kit/outcome.ts'

export const spreadsTheBody: Fault = {
  id: 'sdk/spreads-the-body',
  title: "the members of the function's JSON are laid over the response",
  observation: (seen) =>
    mapAxios(seen, (response) => {
      const data = response['data']
      return isObject(data) ? { ...response, ...data } : response
    }),
}
