import type { Fault } from '../../model/fault.ts'

export const lowersCase: Fault = {
  id: 'sdk/lowers-case',
  title: 'names in the address lose their capitals',
  request: (request) => ({ ...request, target: request.target.toLowerCase() }),
}
