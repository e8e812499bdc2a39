import type { Fault } from '../../model/fault.ts'

export const anotherHost: Fault = {
  id: 'sdk/another-host',
  title: 'requests go to another host',
  request: (request) => ({ ...request, origin: 'https://elsewhere.example' }),
}
