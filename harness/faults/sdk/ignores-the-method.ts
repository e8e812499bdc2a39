import type { Fault } from '../../model/fault.ts'

export const ignoresTheMethod: Fault = {
  id: 'sdk/ignores-the-method',
  title: 'fetch sends every request as POST, and POST as PUT',
  request: (request) => ({ ...request, method: request.method === 'POST' ? 'PUT' : 'POST' }),
}
