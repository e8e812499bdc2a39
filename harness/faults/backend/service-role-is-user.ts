import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'
import { hasToken, withHeader } from '../kit/request.ts'

export const serviceRoleIsUser: Fault = {
  id: 'backend/service-role-is-user',
  title: 'a call of the service role may do what the user who called may, or what nobody may',
  request: (request, { earlier, users }) => {
    // A backend may hand every function a service token of its own: whose token is no user's acts as the service role.
    const isService = hasToken(request) && userOf(request, users) === undefined
    if (!isService) return request
    const callers = earlier.map((exchange) => userOf(exchange.request, users)).filter((user) => user !== undefined)
    const user = callers.at(-1)
    return user === undefined ? withHeader(request, 'authorization', undefined) : withToken(request, user.token)
  },
}
