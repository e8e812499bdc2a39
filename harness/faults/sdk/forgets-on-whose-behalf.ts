import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const forgetsOnWhoseBehalf: Fault = {
  id: 'sdk/forgets-on-whose-behalf',
  title: 'the service role does not say on whose behalf it acts',
  request: (request) => withHeader(request, 'on-behalf-of', undefined),
}
