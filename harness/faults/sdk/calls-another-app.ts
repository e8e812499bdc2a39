import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const callsAnotherApp: Fault = {
  id: 'sdk/calls-another-app',
  title: 'requests go to another app than that of the configuration',
  request: (request) =>
    withHeader(
      { ...request, target: request.target.replace(/\/apps\/[^/?]+/, '/apps/another-app') },
      'x-app-id',
      'another-app',
    ),
}
