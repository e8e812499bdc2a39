import type { Fault } from '../../model/fault.ts'

export const dropsTheQuery: Fault = {
  id: 'sdk/drops-the-query',
  title: 'the query of a path is not sent',
  request: (request) => ({ ...request, target: request.target.replace(/\?.*$/, '') }),
}
