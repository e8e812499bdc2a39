import type { Fault } from '../../model/fault.ts'
import { mapToken } from '../kit/request.ts'

export const loginSetsNoToken: Fault = {
  id: 'sdk/login-sets-no-token',
  title: 'a login leaves the client without a token',
  request: (request) => mapToken(request, (token) => (token.includes('login-') ? undefined : token)),
}
