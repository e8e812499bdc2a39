import type { Fault } from '../../model/fault.ts'
import { asks, without } from '../kit/entities.ts'

export const countIgnoresTheQuery: Fault = {
  id: 'backend/count-ignores-the-query',
  title: 'all records are counted, whatever is asked for',
  request: (request) => (asks(request, 'GET', 'count') ? without(request, 'q') : request),
}
