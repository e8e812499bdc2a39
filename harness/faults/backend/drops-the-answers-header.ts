import type { Fault } from '../../model/fault.ts'

export const dropsTheAnswersHeader: Fault = {
  id: 'backend/drops-the-answers-header',
  title: 'headers that the function set itself do not reach the caller',
  answer: (answer) => ({ ...answer, headers: answer.headers.filter(([name]) => ofTheProtocol.test(name)) }),
}

const ofTheProtocol = /^(content-type|content-length|connection|date|transfer-encoding)$/i
