import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const leaksTheOtherToken: Fault = {
  id: 'sdk/leaks-the-other-token',
  title: 'the token of the other role is sent along',
  request: (request) => withHeader(request, 'x-also', 'user-token service-token'),
}
