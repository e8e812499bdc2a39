import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const swapsTheRoles: Fault = {
  id: 'sdk/swaps-the-roles',
  title: "the user's calls carry the service token, and those of the service role the user's",
  request: (request) => {
    const [, own = ''] = request.headers.find(([name]) => name.toLowerCase() === 'authorization') ?? []
    const other = own.includes('user-token') ? own.replace('user-', 'service-') : own.replace('service-', 'user-')
    return withHeader(request, 'authorization', other === '' ? undefined : other)
  },
}
