import type { Fault } from '../../model/fault.ts'
import { withHeader } from '../kit/request.ts'

export const forgetsTheCaller: Fault = {
  id: 'backend/forgets-the-caller',
  title: 'nothing of who calls reaches the function',
  request: (request) => withHeader(request, 'authorization', undefined),
}
