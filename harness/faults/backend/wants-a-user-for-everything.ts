import type { Fault } from '../../model/fault.ts'
import { jsonAnswer } from '../kit/json-answer.ts'
import { hasToken } from '../kit/request.ts'

export const wantsAUserForEverything: Fault = {
  id: 'backend/wants-a-user-for-everything',
  title: 'nothing at all is answered to those who are not signed in',
  instead: (request) => (hasToken(request) ? undefined : jsonAnswer(401, { message: 'Unauthorized' })),
}
