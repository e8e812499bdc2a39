import type { Fault } from '../../model/fault.ts'

export const callsAnotherFunction: Fault = {
  id: 'sdk/calls-another-function',
  title: 'the request goes to a function of another name',
  request: (request) => ({ ...request, target: request.target.replace(/([^/?]+)(\?|$)/, 'not-$1$2') }),
}
