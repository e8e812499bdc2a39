import type { Fault } from '../../model/fault.ts'
import { callsAFunction } from '../kit/addresses.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const answersForUnknown: Fault = {
  id: 'backend/answers-for-unknown',
  title: 'where there is nothing, 200 and an empty object are answered',
  answer: (answer, { request, handled }) => {
    const noSuchFunction = answer.status >= 400 && !handled && callsAFunction(request)
    return answer.status === 404 || noSuchFunction ? jsonAnswer(200, {}) : answer
  },
}
