import type { Fault } from '../../model/fault.ts'

export const forgetsTheRequest: Fault = {
  id: 'sdk/forgets-the-request',
  title: 'nothing that the platform injected into the request is passed on',
  request: (request) => ({
    ...request,
    headers: request.headers.filter(([name]) => !/^(base44-|x-data-env$)/i.test(name)),
  }),
}
