import type { Fault } from '../../model/fault.ts'

export const changesContentType: Fault = {
  id: 'backend/changes-content-type',
  title: 'every body is passed on as application/octet-stream',
  request: (request) => ({ ...request, headers: untyped(request.headers) }),
  answer: (answer) => ({ ...answer, headers: untyped(answer.headers) }),
}

type Headers = readonly (readonly [string, string])[]

function untyped(headers: Headers): Headers {
  return headers.map(([name, value]) => [name, /^content-type$/i.test(name) ? 'application/octet-stream' : value])
}
