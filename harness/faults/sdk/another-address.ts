import type { Fault } from '../../model/fault.ts'

export const anotherAddress: Fault = {
  id: 'sdk/another-address',
  title: 'requests go to another address of the same host',
  request: (request) => ({ ...request, target: `/v2${request.target}` }),
}
