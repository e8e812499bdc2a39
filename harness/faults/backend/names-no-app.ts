import type { Fault } from '../../model/fault.ts'

export const namesNoApp: Fault = {
  id: 'backend/names-no-app',
  title: 'a function is not told which app it belongs to',
  received: (request) => ({
    ...request,
    headers: request.headers.filter(([name]) => !/^(base44-|x-)app-id$/i.test(name)),
  }),
}
