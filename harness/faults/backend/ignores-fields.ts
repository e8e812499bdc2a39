import type { Fault } from '../../model/fault.ts'
import { readsMany, without } from '../kit/entities.ts'

export const ignoresFields: Fault = {
  id: 'backend/ignores-fields',
  title: 'records come with all their fields, whichever are asked for',
  request: (request) => (readsMany(request) ? without(request, 'fields') : request),
}
