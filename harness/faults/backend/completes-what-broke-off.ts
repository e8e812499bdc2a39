import type { Fault } from '../../model/fault.ts'

export const completesWhatBrokeOff: Fault = {
  id: 'backend/completes-what-broke-off',
  title: 'an answer that broke off is passed on as if it were whole',
  answer: ({ status, headers, body }) => ({ status, headers, body }),
}
