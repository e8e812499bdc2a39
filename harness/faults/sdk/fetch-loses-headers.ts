import type { Fault } from '../../model/fault.ts'
import { mapResponse } from '../kit/outcome.ts'

export const fetchLosesHeaders: Fault = {
  id: 'sdk/fetch-loses-headers',
  title: 'the Response of fetch has no headers',
  observation: (seen) => mapResponse(seen, (response) => ({ $response: { ...response, headers: {} } })),
}
