import type { Fault } from '../../model/fault.ts'
import { readsMany, without } from '../kit/entities.ts'

export const ignoresTheFilter: Fault = {
  id: 'backend/ignores-the-filter',
  title: 'all records are found, whatever is asked for',
  request: (request) => (readsMany(request) ? without(request, 'q') : request),
}
