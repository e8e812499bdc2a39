import type { Fault } from '../../model/fault.ts'

export const sendsGet: Fault = {
  id: 'sdk/sends-get',
  title: 'every call goes out as GET',
  request: (request) => ({ ...request, method: 'GET' }),
}
