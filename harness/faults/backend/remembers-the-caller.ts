import type { Fault } from '../../model/fault.ts'
import { userOf, withToken } from '../kit/callers.ts'
import { hasToken } from '../kit/request.ts'

export const remembersTheCaller: Fault = {
  id: 'backend/remembers-the-caller',
  title: 'everybody counts as who called first',
  request: (request, { earlier, users }) => {
    const first = earlier.map((exchange) => userOf(exchange.request, users)).find((user) => user !== undefined)
    const mayBeMistaken = !hasToken(request) || userOf(request, users) !== undefined
    return first === undefined || !mayBeMistaken ? request : withToken(request, first.token)
  },
}
