import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { asks, withoutFields } from '../kit/entities.ts'
import { mapJson } from '../kit/request.ts'

export const aggregateIgnoresTheQuery: Fault = {
  id: 'backend/aggregate-ignores-the-query',
  title: 'all records are added up, whichever are asked for',
  request: (request) =>
    asks(request, 'POST', 'aggregate')
      ? mapJson(request, (json) => (isObject(json) ? withoutFields(json, ['query', 'having']) : json))
      : request,
}
