import type { Fault } from '../../model/fault.ts'

export const dropsCallerHeaders: Fault = {
  id: 'sdk/drops-caller-headers',
  title: 'headers of the caller are not sent',
  request: (request) => ({
    ...request,
    headers: request.headers.filter(([name]) => !/^(x-|accept-language|content-type)/i.test(name)),
  }),
}
