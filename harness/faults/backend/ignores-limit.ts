import type { Fault } from '../../model/fault.ts'
import { asks, without } from '../kit/entities.ts'

export const ignoresLimit: Fault = {
  id: 'backend/ignores-limit',
  title: 'all records are listed, however few are asked for',
  request: (request) => (asks(request, 'GET', '') ? without(request, 'limit') : request),
}
