import type { Fault } from '../../model/fault.ts'

export const breaksOffAnswers: Fault = {
  id: 'backend/breaks-off-answers',
  title: 'the connection is broken off in the middle of an answer',
  answer: (answer) => ({ ...answer, fault: 'reset-mid-body' }),
}
