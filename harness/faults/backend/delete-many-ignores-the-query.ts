import type { Fault } from '../../model/fault.ts'
import { asks, ofTheRun } from '../kit/entities.ts'
import { mapJson } from '../kit/request.ts'

export const deleteManyIgnoresTheQuery: Fault = {
  id: 'backend/delete-many-ignores-the-query',
  title: 'all records of the run are removed, whichever are meant',
  request: (request) => (asks(request, 'DELETE', '') ? mapJson(request, ofTheRun) : request),
}
