import type { Fault } from '../../model/fault.ts'
import { asks, without } from '../kit/entities.ts'

export const cursorRepeats: Fault = {
  id: 'backend/cursor-repeats',
  title: 'the next page is the first one again',
  request: (request) => (asks(request, 'GET', 'v2/list') ? without(request, 'cursor') : request),
}
