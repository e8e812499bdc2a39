import type { Fault } from '../../model/fault.ts'

export const repeatsTheFirstAnswer: Fault = {
  id: 'backend/repeats-the-first-answer',
  title: 'whoever calls an address again gets the answer that was given there first',
  answer: (answer, { earlier, request: { method, target } }) => {
    const same = earlier.filter(({ request }) => request.method === method && request.target === target)
    const first = same.find(({ response }) => response !== undefined)?.response
    return first === undefined ? answer : { status: first.status, headers: first.headers, body: first.body }
  },
}
