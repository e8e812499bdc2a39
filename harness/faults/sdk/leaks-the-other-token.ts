import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const leaksTheOtherToken: Fault = {
  id: 'sdk/leaks-the-other-token',
  title: 'the token of the other role is sent along in a header of its own',
  request: (request) => {
    const [, own = ''] = request.headers.find(([name]) => name.toLowerCase() === 'authorization') ?? []
    const other = own.includes('user-token') ? own.replace('user-', 'service-') : own.replace('service-', 'user-')
    return withHeader(request, 'x-also', other)
  },
}
