import type { Fault } from '../../model/fault.ts'

export const dropsTheSubPath: Fault = {
  id: 'sdk/drops-the-sub-path',
  title: "only the function's name of a path is sent",
  request: (request) => ({ ...request, target: request.target.replace(/(\/functions\/[^/?]+)\/[^?]*/, '$1') }),
}
