import type { Fault } from '../../model/fault.ts'
import { withToken } from '../kit/callers.ts'

export const userIsAdmin: Fault = {
  id: 'backend/user-is-admin',
  title: 'every call may do what the service role may',
  request: (request, { serviceToken }) => (serviceToken === undefined ? request : withToken(request, serviceToken)),
}
