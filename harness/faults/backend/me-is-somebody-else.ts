import type { Fault } from '../../model/fault.ts'
import { asksWhoItIs } from '../kit/callers.ts'
import { changedJson } from '../kit/json-body.ts'

export const meIsSomebodyElse: Fault = {
  id: 'backend/me-is-somebody-else',
  title: 'whoever asks who they are is told of somebody else',
  answer: (answer, { request }) =>
    asksWhoItIs(request) ? { ...answer, body: changedJson(answer.body, () => somebody) } : answer,
}

const somebody = { id: 'somebody-else', email: 'somebody@else.example', full_name: 'Somebody Else', role: 'user' }
