import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { mapJson } from '../kit/request.ts'

export const dropsAParameter: Fault = {
  id: 'sdk/drops-a-parameter',
  title: 'the last parameter is left out of the JSON',
  request: (request) =>
    mapJson(request, (value) => (isObject(value) ? Object.fromEntries(Object.entries(value).slice(0, -1)) : value)),
}
