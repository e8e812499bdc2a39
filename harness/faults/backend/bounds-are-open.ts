import type { Fault } from '../../model/fault.ts'
import { mapFilter } from '../kit/entities.ts'

export const boundsAreOpen: Fault = {
  id: 'backend/bounds-are-open',
  title: 'at a bound nothing is found: at least is more than, at most is less than',
  request: (request) => mapFilter(request, (text) => text.replaceAll('"$gte"', '"$gt"').replaceAll('"$lte"', '"$lt"')),
}
