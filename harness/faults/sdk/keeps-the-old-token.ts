import type { Fault } from '../../model/fault.ts'
import { mapToken } from '../kit/request.ts'

export const keepsTheOldToken: Fault = {
  id: 'sdk/keeps-the-old-token',
  title: 'a token that was set later is not used: the one before is',
  request: (request) => mapToken(request, (token) => token.replace('new-', 'old-')),
}
