import type { Fault } from '../../model/fault.ts'

export const resetsTheConnection: Fault = {
  id: 'backend/resets-the-connection',
  title: 'the connection is broken off instead of an answer',
  answer: (answer) => ({ ...answer, fault: 'reset' }),
}
