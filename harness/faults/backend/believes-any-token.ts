import type { Fault } from '../../model/fault.ts'
import { callsAFunction } from '../kit/addresses.ts'
import { userOf, withToken } from '../kit/callers.ts'
import { hasToken } from '../kit/request.ts'

export const believesAnyToken: Fault = {
  id: 'backend/believes-any-token',
  title: 'whoever calls a function with a token that nobody was given is taken for a user',
  request: (request, { users }) => {
    const user = users['user']?.[0]
    const isUnknown = callsAFunction(request) && hasToken(request) && userOf(request, users) === undefined
    return user === undefined || !isUnknown ? request : withToken(request, user.token)
  },
}
