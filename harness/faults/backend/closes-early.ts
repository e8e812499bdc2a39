import type { Fault } from '../../model/fault.ts'

export const closesEarly: Fault = {
  id: 'backend/closes-early',
  title: 'the connection is broken off in the middle of an answer',
  answer: (answer) => ({ ...answer, fault: 'reset-mid-body' }),
}
