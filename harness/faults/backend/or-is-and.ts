import type { Fault } from '../../model/fault.ts'
import { mapFilter } from '../kit/entities.ts'

export const orIsAnd: Fault = {
  id: 'backend/or-is-and',
  title: 'of several conditions all must hold, where one would do',
  request: (request) => mapFilter(request, (text) => text.replaceAll('"$or"', '"$and"')),
}
