import type { Fault } from '../../model/fault.ts'
import { withBody } from '../kit/request.ts'

export const jsonDespiteAFile: Fault = {
  id: 'sdk/json-despite-a-file',
  title: 'a call with a file is sent as JSON',
  request: (request) => (request.form === undefined ? request : withBody(request, '{}', 'application/json')),
}
