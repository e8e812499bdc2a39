import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const givesNoServiceToken: Fault = {
  id: 'backend/gives-no-service-token',
  title: 'a function is not given the authorization of the service role',
  received: (request) => withHeader(request, 'base44-service-authorization', undefined),
}
