import type { Fault } from '../../model/fault.ts'

export const keepsSecretsFromFunctions: Fault = {
  id: 'backend/keeps-secrets-from-functions',
  title: 'what a function makes of a secret of its app is "undefined"',
  received: (request, { secrets }) => ({
    ...request,
    headers: request.headers.map(([name, value]) => [
      name,
      secrets.reduce((text, secret) => text.replaceAll(secret, 'undefined'), value),
    ]),
  }),
}
