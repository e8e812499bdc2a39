import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const alwaysMultipart: Fault = {
  id: 'sdk/always-multipart',
  title: 'parameters without a file travel as a form too',
  request: (request) =>
    request.form === undefined && request.body.length > 0
      ? { ...withHeader(request, 'content-type', 'multipart/form-data; boundary=x'), form: [] }
      : request,
}
