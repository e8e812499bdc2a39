import type { Fault } from '../../model/fault.ts'
import { readsMany, without } from '../kit/entities.ts'

export const ignoresSkip: Fault = {
  id: 'backend/ignores-skip',
  title: 'the first records are listed, however many are to be skipped',
  request: (request) => (readsMany(request) ? without(request, 'skip') : request),
}
