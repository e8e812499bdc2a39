import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { asks, ofTheRun } from '../kit/entities.ts'
import { mapJson } from '../kit/request.ts'

export const updateManyIgnoresTheQuery: Fault = {
  id: 'backend/update-many-ignores-the-query',
  title: 'all records of the run are changed, whichever are meant',
  request: (request) =>
    asks(request, 'PATCH', 'update-many')
      ? mapJson(request, (json) => (isObject(json) ? { ...json, query: ofTheRun(json['query'] ?? {}) } : json))
      : request,
}
