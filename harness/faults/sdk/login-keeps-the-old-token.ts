import type { Fault } from '../../model/fault.ts'
import { mapToken } from '../kit/request.ts'

export const loginKeepsTheOldToken: Fault = {
  id: 'sdk/login-keeps-the-old-token',
  title: 'the token of a login is not used: the one before is',
  request: (request) => mapToken(request, (token) => token.replace('login-', 'old-')),
}
