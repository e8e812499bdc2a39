import type { Fault } from '../../model/fault.ts'

export const addsToTheBody: Fault = {
  id: 'backend/adds-to-the-body',
  title: 'a body gains a byte on its way, to the function or back',
  // A request without a body may be of a method that has none.
  request: (request) => (request.body.length === 0 ? request : { ...request, body: longer(request.body) }),
  answer: (answer) => ({ ...answer, body: longer(answer.body) }),
}

function longer(body: Uint8Array): Uint8Array {
  return Buffer.concat([body, Buffer.from('!')])
}
