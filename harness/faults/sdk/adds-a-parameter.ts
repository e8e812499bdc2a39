import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { mapJson } from '../kit/request.ts'

export const addsAParameter: Fault = {
  id: 'sdk/adds-a-parameter',
  title: 'a parameter that the caller did not give is sent along',
  request: (request) => mapJson(request, (value) => (isObject(value) ? { ...value, added: true } : value)),
}
