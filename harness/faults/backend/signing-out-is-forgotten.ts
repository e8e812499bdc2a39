import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'
import { hasToken } from '../kit/request.ts'

export const signingOutIsForgotten: Fault = {
  id: 'backend/signing-out-is-forgotten',
  title: 'a client that signed out still counts as who was signed in there last',
  request: (request, { earlier, users, client }) => {
    if (hasToken(request)) return request
    const own = earlier.filter((exchange) => exchange.client === client)
    const last = own.map((exchange) => userOf(exchange.request, users)).findLast((user) => user !== undefined)
    return last === undefined ? request : withToken(request, last.token)
  },
}
