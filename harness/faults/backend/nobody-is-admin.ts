import type { Fault } from '../../model/fault.ts'
import { isOfEntities } from '../kit/addresses.ts'
import { withToken } from '../kit/callers.ts'
import { hasToken } from '../kit/request.ts'

export const nobodyIsAdmin: Fault = {
  id: 'backend/nobody-is-admin',
  title: 'whoever is not signed in may do with records what the service role may',
  request: (request, { serviceToken }) =>
    isOfEntities(request) && serviceToken !== undefined && !hasToken(request)
      ? withToken(request, serviceToken)
      : request,
}
