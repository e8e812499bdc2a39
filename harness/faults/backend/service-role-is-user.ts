import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'
import { hasToken } from '../kit/request.ts'

export const serviceRoleIsUser: Fault = {
  id: 'backend/service-role-is-user',
  title: 'a call of the service role may do what a user may',
  request: (request, { users }) => {
    // An admin may do too much to be told from the service role.
    const [user] = users['user'] ?? []
    // A backend may hand every function a service token of its own: whose token is no user's acts as the service role.
    const isService = hasToken(request) && userOf(request, users) === undefined
    return user === undefined || !isService ? request : withToken(request, user.token)
  },
}
