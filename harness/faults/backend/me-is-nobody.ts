import type { Fault } from '../../model/fault.ts'
import { asksWhoItIs } from '../kit/addresses.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const meIsNobody: Fault = {
  id: 'backend/me-is-nobody',
  title: 'whoever asks who they are is told that they are nobody',
  answer: (answer, { request }) => (asksWhoItIs(request) ? jsonAnswer(401, { message: 'Unauthorized' }) : answer),
}
