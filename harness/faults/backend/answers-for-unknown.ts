import type { Fault } from '../../model/fault.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const answersForUnknown: Fault = {
  id: 'backend/answers-for-unknown',
  title: 'where there is nothing, 200 and an empty object are answered',
  answer: (answer) => (answer.status === 404 ? jsonAnswer(200, {}) : answer),
}
