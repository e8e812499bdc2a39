import type { Fault } from '../../model/fault.ts'

export const callsTheFirstSegment: Fault = {
  id: 'sdk/calls-the-first-segment',
  title: 'a nested function name is cut at its first slash',
  request: (request) => ({ ...request, target: request.target.replace(/(functions\/[^/]+)\/.*$/, '$1') }),
}
