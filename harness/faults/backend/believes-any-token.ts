import type { Fault } from '../../model/fault.ts'
import { headerValue } from '../../language/join-headers.ts'
import { callsAFunction } from '../kit/addresses.ts'
import { userOf, withToken } from '../kit/callers.ts'

/** A token that was altered still says whose it was. */
export const believesAnyToken: Fault = {
  id: 'backend/believes-any-token',
  title: 'whoever calls a function with a token that nobody was given is taken for a user',
  request: (request, { users, serviceToken }) => {
    const carried = headerValue(request.headers, 'authorization')?.replace(/^\S+ /, '')
    const given = Object.values(users).flatMap((list) => list.map(({ token }) => token))
    if (!callsAFunction(request) || carried === undefined || [serviceToken, ...given].includes(carried)) return request
    const user = userOf(request, users) ?? users['user']?.[0]
    return user === undefined ? request : withToken(request, user.token)
  },
}
