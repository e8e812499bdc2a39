import type { Fault } from '../../model/fault.ts'

export const losesRepeatedHeaders: Fault = {
  id: 'backend/loses-repeated-headers',
  title: 'of a header that comes several times only the last is passed on',
  request: (request) => ({ ...request, headers: lastOfEach(request.headers) }),
  answer: (answer) => ({ ...answer, headers: lastOfEach(answer.headers) }),
}

type Headers = readonly (readonly [string, string])[]

function lastOfEach(headers: Headers): Headers {
  const names = headers.map(([name]) => name.toLowerCase())
  return headers.filter((_, at) => names.lastIndexOf(names[at] as string) === at)
}
