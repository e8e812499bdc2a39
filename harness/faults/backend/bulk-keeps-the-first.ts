import type { Fault } from '../../model/fault.ts'
import { askedOfEntity } from '../kit/entities.ts'
import { mapJson } from '../kit/request.ts'

export const bulkKeepsTheFirst: Fault = {
  id: 'backend/bulk-keeps-the-first',
  title: 'of several records that are sent at once only the first is taken',
  request: (request) =>
    askedOfEntity(request)?.rest[0] === 'bulk'
      ? mapJson(request, (json) => (Array.isArray(json) ? json.slice(0, 1) : json))
      : request,
}
