import type { Fault } from '../../model/fault.ts'

export const swapsAnswers: Fault = {
  id: 'backend/swaps-answers',
  title: 'a call gets the answer that a call of something else got before',
  answer: (answer, { earlier, request }) => {
    const others = earlier.filter((exchange) => exchange.request.target !== request.target)
    const other = others.findLast(({ response }) => response !== undefined)?.response
    return other === undefined ? answer : { status: other.status, headers: other.headers, body: other.body }
  },
}
