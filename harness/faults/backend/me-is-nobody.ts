import type { Fault } from '../../model/fault.ts'
import { utf8Of } from '../../language/bytes.ts'
import { asksWhoItIs } from '../kit/callers.ts'

export const meIsNobody: Fault = {
  id: 'backend/me-is-nobody',
  title: 'whoever asks who they are is told that they are nobody',
  answer: (answer, { request }) =>
    asksWhoItIs(request) ? { ...answer, status: 401, body: utf8Of('{"message":"Unauthorized"}') } : answer,
}
