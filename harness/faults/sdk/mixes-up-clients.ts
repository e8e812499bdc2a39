import type { Fault } from '../../model/fault.ts'

export const mixesUpClients: Fault = {
  id: 'sdk/mixes-up-clients',
  title: 'a client sends what was given to another one',
  request: (request) => ({
    ...request,
    target: other(request.target),
    headers: request.headers.map(([name, value]) => [name, other(value)]),
  }),
}

/** The clients of a contract are told apart by `first-` and `second-` in what they were given. */
function other(text: string): string {
  return text.replaceAll(/\b(first|second)-/g, (_, own: string) => (own === 'first' ? 'second-' : 'first-'))
}
