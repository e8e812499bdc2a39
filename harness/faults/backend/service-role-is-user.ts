import type { Fault } from '../../model/fault.ts'
import { isOf, withToken } from '../kit/callers.ts'

export const serviceRoleIsUser: Fault = {
  id: 'backend/service-role-is-user',
  title: 'a call of the service role may do what a user may',
  request: (request, { users, serviceToken }) => {
    const [user] = Object.values(users).flat()
    return user === undefined || !isOf(request, serviceToken) ? request : withToken(request, user.token)
  },
}
