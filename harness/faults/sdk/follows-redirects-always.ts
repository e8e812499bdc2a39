import type { Fault } from '../../model/fault.ts'
import { mapResponse } from '../kit/outcome.ts'

export const followsRedirectsAlways: Fault = {
  id: 'sdk/follows-redirects-always',
  title: 'fetch follows a redirect that it was told not to follow',
  observation: (seen) =>
    mapResponse(seen, (response) => ({ $response: { ...response, status: 200, redirected: true } })),
}
