import type { Fault } from '../../model/fault.ts'
import { isOf, userOf, withToken } from '../kit/callers.ts'

export const remembersTheCaller: Fault = {
  id: 'backend/remembers-the-caller',
  title: 'everybody counts as who called first, whoever they are',
  request: (request, { earlier, users, serviceToken }) => {
    const first = earlier.map((exchange) => userOf(exchange.request, users)).find((user) => user !== undefined)
    return first === undefined || isOf(request, serviceToken) ? request : withToken(request, first.token)
  },
}
