import type { Fault } from '../../model/fault.ts'

export const losesRepeatedHeaders: Fault = {
  id: 'backend/loses-repeated-headers',
  title: 'of a header that comes several times only the first is passed on',
  request: (request) => ({ ...request, headers: firstOfEach(request.headers) }),
  answer: (answer) => ({ ...answer, headers: firstOfEach(answer.headers) }),
}

type Headers = readonly (readonly [string, string])[]

function firstOfEach(headers: Headers): Headers {
  const names = headers.map(([name]) => name.toLowerCase())
  return headers.filter((_, at) => names.indexOf(names[at] as string) === at)
}
