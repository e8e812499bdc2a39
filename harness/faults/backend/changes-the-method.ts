import type { Fault } from '../../model/fault.ts'

export const changesTheMethod: Fault = {
  id: 'backend/changes-the-method',
  title: 'the function is called with another method',
  request: (request) => ({ ...request, method: request.method === 'PUT' ? 'POST' : 'PUT' }),
}
