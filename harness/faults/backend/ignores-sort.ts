import type { Fault } from '../../model/fault.ts'
import { readsMany, without } from '../kit/entities.ts'

export const ignoresSort: Fault = {
  id: 'backend/ignores-sort',
  title: 'records come in no order, whatever order is asked for',
  request: (request) => (readsMany(request) ? without(request, 'sort') : request),
}
