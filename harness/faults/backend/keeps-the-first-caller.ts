import type { Fault } from '../../model/fault.ts'
import { isOf, userOf, withToken } from '../kit/callers.ts'
import { hasToken } from '../kit/request.ts'

export const keepsTheFirstCaller: Fault = {
  id: 'backend/keeps-the-first-caller',
  title: 'whoever signed in first on a client stays signed in there, whoever signs in later',
  request: (request, { earlier, users, serviceToken, client }) => {
    if (!hasToken(request) || isOf(request, serviceToken)) return request
    const own = earlier.filter((exchange) => exchange.client === client)
    const first = own.map((exchange) => userOf(exchange.request, users)).find((user) => user !== undefined)
    return first === undefined ? request : withToken(request, first.token)
  },
}
