import type { Fault } from '../../model/fault.ts'
import { mapJson } from '../kit/request.ts'

export const stringifiesTwice: Fault = {
  id: 'sdk/stringifies-twice',
  title: 'JSON is stringified twice',
  request: (request) => mapJson(request, (value) => JSON.stringify(value)),
}
