import type { Fault } from '../../model/fault.ts'
import { asks } from '../kit/entities.ts'
import { asService } from '../kit/callers.ts'

export const getIgnoresPermissions: Fault = {
  id: 'backend/get-ignores-permissions',
  title: 'whoever knows the id of a record may read it',
  request: (request, around) => (asks(request, 'GET', ':id') ? asService(request, around) : request),
}
