import type { Fault } from '../../model/fault.ts'
import { callsAFunction } from '../kit/addresses.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const answersForTheFunction: Fault = {
  id: 'backend/answers-for-the-function',
  title: 'a call is answered with an empty object, and the function is not called',
  instead: (request) => (callsAFunction(request) ? jsonAnswer(200, {}) : undefined),
}
