import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const passesEverythingOn: Fault = {
  id: 'sdk/passes-everything-on',
  title: 'whatever stands in a header of the request is passed on',
  request: (request) =>
    request.headers.some(([name]) => name.toLowerCase() === 'x-data-env')
      ? request
      : withHeader(request, 'x-data-env', 'staging'),
}
