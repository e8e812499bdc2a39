import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const jsonAsText: Fault = {
  id: 'sdk/json-as-text',
  title: 'JSON is sent as text/plain',
  request: (request) => (request.form === undefined ? withHeader(request, 'content-type', 'text/plain') : request),
}
