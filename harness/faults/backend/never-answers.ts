import type { Fault } from '../../model/fault.ts'

export const neverAnswers: Fault = {
  id: 'backend/never-answers',
  title: 'the function is called, and nobody answers',
  answer: (answer) => ({ ...answer, fault: 'hangs' }),
}
