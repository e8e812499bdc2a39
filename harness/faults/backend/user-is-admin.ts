import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'

export const userIsAdmin: Fault = {
  id: 'backend/user-is-admin',
  title: 'a call of a user may do what the service role may',
  request: (request, { users, serviceToken }) =>
    userOf(request, users) === undefined || serviceToken === undefined ? request : withToken(request, serviceToken),
}
