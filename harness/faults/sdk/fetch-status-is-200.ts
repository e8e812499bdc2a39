import type { Fault } from '../../model/fault.ts'
import { mapResponse } from '../kit/outcome.ts'

export const fetchStatusIs200: Fault = {
  id: 'sdk/fetch-status-is-200',
  title: 'the Response of fetch says 200 whatever the function answered',
  observation: (seen) =>
    mapResponse(seen, (response) => {
      const status = response['status'] === 200 ? 299 : 200
      return { $response: { ...response, status, ok: true } }
    }),
}
