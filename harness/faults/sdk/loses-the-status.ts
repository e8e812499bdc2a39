import type { Fault } from '../../model/fault.ts'
import { mapAxios } from '../kit/outcome.ts'

export const losesTheStatus: Fault = {
  id: 'sdk/loses-the-status',
  title: 'the resolved value says 200 whatever the function answered',
  observation: (seen) => mapAxios(seen, (response) => ({ ...response, status: response['status'] === 200 ? 0 : 200 })),
}
