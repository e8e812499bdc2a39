import type { Fault } from '../../model/fault.ts'

export const tidiesThePath: Fault = {
  id: 'backend/tidies-the-path',
  title: 'a slash at the end of the path is lost, and of several only one is left',
  request: (request) => ({ ...request, target: request.target.replace(/^[^?]+/, tidied) }),
}

function tidied(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
}
