import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const mixesUpTokens: Fault = {
  id: 'sdk/mixes-up-tokens',
  title: 'another token than the right one is sent',
  request: (request) => withHeader(request, 'authorization', 'Bearer another-token'),
}
