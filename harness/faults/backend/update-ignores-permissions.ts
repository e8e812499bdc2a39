import type { Fault } from '../../model/fault.ts'
import { asks } from '../kit/entities.ts'
import { asService } from '../kit/callers.ts'

export const updateIgnoresPermissions: Fault = {
  id: 'backend/update-ignores-permissions',
  title: 'whoever knows the id of a record may change it',
  request: (request, around) => (asks(request, 'PUT', ':id') ? asService(request, around) : request),
}
