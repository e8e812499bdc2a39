import type { Fault } from '../../model/fault.ts'
import { asks } from '../kit/entities.ts'
import { asService } from '../kit/callers.ts'

export const deleteIgnoresPermissions: Fault = {
  id: 'backend/delete-ignores-permissions',
  title: 'whoever knows the id of a record may remove it',
  request: (request, around) => (asks(request, 'DELETE', ':id') ? asService(request, around) : request),
}
