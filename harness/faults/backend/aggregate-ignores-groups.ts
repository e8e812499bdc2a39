import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { asks, withoutFields } from '../kit/entities.ts'
import { mapJson } from '../kit/request.ts'

export const aggregateIgnoresGroups: Fault = {
  id: 'backend/aggregate-ignores-groups',
  title: 'one row is told of all records, whatever they are to be grouped by',
  request: (request) =>
    asks(request, 'POST', 'aggregate')
      ? mapJson(request, (json) => (isObject(json) ? withoutFields(json, ['groupBy', 'dateBucket']) : json))
      : request,
}
