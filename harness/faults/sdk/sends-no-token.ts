import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const sendsNoToken: Fault = {
  id: 'sdk/sends-no-token',
  title: 'no request carries a token',
  request: (request) => withHeader(request, 'authorization', undefined),
}
