import type { Fault } from '../../model/fault.ts'
import { mapAxios } from '../kit/outcome.ts'

export const changesTheData: Fault = {
  id: 'sdk/changes-the-data',
  title: 'what lies on .data is not what the function returned',
  observation: (seen) => mapAxios(seen, (response) => ({ ...response, data: { wrapped: response['data'] ?? null } })),
}
