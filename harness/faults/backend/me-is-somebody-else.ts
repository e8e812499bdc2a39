import type { Fault } from '../../model/fault.ts'
import { asksWhoItIs } from '../kit/addresses.ts'
import { jsonAnswer } from '../kit/json-answer.ts'

export const meIsSomebodyElse: Fault = {
  id: 'backend/me-is-somebody-else',
  title: 'whoever asks who they are is told of somebody else',
  answer: (answer, { request }) => (asksWhoItIs(request) && answer.status === 200 ? jsonAnswer(200, somebody) : answer),
}

const somebody = { id: 'somebody-else', email: 'somebody@else.example', full_name: 'Somebody Else', role: 'user' }
