import type { Fault } from '../../model/fault.ts'

export const socketKeepsTheOldToken: Fault = {
  id: 'sdk/socket-keeps-the-old-token',
  title: 'a socket is opened with the token before the one that was set',
  request: (request) => ({ ...request, target: request.target.replace(/([?&]token=)new-/, '$1old-') }),
}
