import { createMiddleware } from 'hono/factory'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './emulated.ts'

/** Says who asks, by the token of the request; a token that is none of this app's is refused, not taken for nobody. */
export const whoAsks: MiddlewareHandler<Env> = createMiddleware<Env>(async (context, next) => {
  const [, token] = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '') ?? []
  const caller = token === undefined ? ({ kind: 'nobody' } as const) : await context.env.app.tokens.callerOf(token)
  if (caller === 'invalid') return context.json({ message: 'The token is invalid or has expired.' }, 401)
  context.set('by', caller)
  return next()
})
