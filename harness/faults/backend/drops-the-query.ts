import type { Fault } from '../../model/fault.ts'

export const dropsTheQuery: Fault = {
  id: 'backend/drops-the-query',
  title: 'the query does not reach the function',
  request: (request) => ({ ...request, target: request.target.replace(/\?.*$/, '') }),
}
