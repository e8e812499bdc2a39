import type { Fault } from '../../model/fault.ts'

export const swapsAnswers: Fault = {
  id: 'backend/swaps-answers',
  title: 'a call gets the answer that a call of something else got before',
  answer: (answer, { earlier, request }) =>
    earlier.findLast((exchange) => exchange.request.target !== request.target)?.response ?? answer,
}
