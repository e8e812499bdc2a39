import type { Fault } from '../../model/fault.ts'

export const closesEarly: Fault = {
  id: 'backend/closes-early',
  title: 'an answer ends in the middle as if that were its end',
  answer: (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) }),
}
