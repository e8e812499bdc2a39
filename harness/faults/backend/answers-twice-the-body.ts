import type { Fault } from '../../model/fault.ts'

export const answersTwiceTheBody: Fault = {
  id: 'backend/answers-twice-the-body',
  title: 'an answer holds its body twice',
  answer: (answer) => ({ ...answer, body: Buffer.concat([answer.body, answer.body]) }),
}
