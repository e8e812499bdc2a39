import type { Fault } from '../../model/fault.ts'
import { headerValue } from '../../language/join-headers.ts'
import { withHeader } from '../kit/request.ts'

export const believesTheCaller: Fault = {
  id: 'backend/believes-the-caller',
  title: 'what only the platform may tell a function is taken from its caller',
  received: (request, { sent }) => {
    const claimed = headerValue(sent.headers, 'base44-app-id') ?? headerValue(sent.headers, 'x-app-id')
    const claims = [
      ...injected.map((name) => [name, headerValue(sent.headers, name)] as const),
      [app, claimed] as const,
    ]
    return claims.reduce((told, [name, value]) => (value === undefined ? told : withHeader(told, name, value)), request)
  },
}

const app = 'base44-app-id'
const injected = ['base44-api-url', 'base44-service-authorization']
