import type { Fault } from '../../model/fault.ts'

export const dropsTheSubPath: Fault = {
  id: 'backend/drops-the-sub-path',
  title: "what follows the function's name does not reach the function",
  request: (request) => ({ ...request, target: request.target.replace(/(\/functions\/[^/?]+)\/[^?]*/, '$1') }),
}
