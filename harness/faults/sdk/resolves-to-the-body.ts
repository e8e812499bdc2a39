import type { Fault } from '../../model/fault.ts'
import { mapAxios } from '../kit/outcome.ts'

export const resolvesToTheBody: Fault = {
  id: 'sdk/resolves-to-the-body',
  title: "invoke resolves to the function's JSON instead of the axios response",
  observation: (seen) => mapAxios(seen, (response) => response['data'] ?? null),
}
