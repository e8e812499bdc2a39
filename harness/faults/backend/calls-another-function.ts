import type { Fault } from '../../model/fault.ts'

export const callsAnotherFunction: Fault = {
  id: 'backend/calls-another-function',
  title: 'another function gets the call',
  request: (request) => ({
    ...request,
    target: request.target.replace(
      /(\/functions\/)([^/?]+)/,
      (_, before: string, name: string) => before + other(name),
    ),
  }),
}

/** Both are deployed wherever the fixture app is. */
function other(name: string): string {
  return name === 'plain-one' ? 'plain-two' : 'plain-one'
}
