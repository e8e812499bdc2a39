import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const fallsBackToTheServiceToken: Fault = {
  id: 'sdk/falls-back-to-the-service-token',
  title: 'without a token of the user the service token is sent',
  request: (request) =>
    request.headers.some(([name]) => name.toLowerCase() === 'authorization')
      ? request
      : withHeader(request, 'authorization', 'Bearer service-token'),
}
