import { createMiddleware } from 'hono/factory'
import type { Context, MiddlewareHandler } from 'hono'
import type { Caller, Env } from './emulated.ts'
import { refuse } from './refuse.ts'

/** Says who asks, by the token of the request; a token that is none of this app's is refused, not taken for nobody. */
export const whoAsks: MiddlewareHandler<Env> = createMiddleware<Env>(async (context, next) => {
  const caller = await callerOf(context, 'authorization')
  if (caller === 'invalid') return refuse(context, { status: 401, message: 'The token is invalid or has expired.' })
  context.set('by', caller)
  return next()
})

/** For what must work with a stale token too, such as signing in anew: then it is nobody who asks. */
export const whoeverAsks: MiddlewareHandler<Env> = createMiddleware<Env>(async (context, next) => {
  const caller = await callerOf(context, 'authorization')
  context.set('by', caller === 'invalid' ? { kind: 'nobody' } : caller)
  return next()
})

/** The bearer of a header's token. A header that holds anything but one is no token of this app's either. */
export async function callerOf(context: Context<Env>, header: string): Promise<Caller | 'invalid'> {
  const given = context.req.header(header)?.trim() ?? ''
  if (given === '') return { kind: 'nobody' }
  const [, token] = /^Bearer +(\S+)$/i.exec(given) ?? []
  return token === undefined ? 'invalid' : context.env.app.tokens.callerOf(token)
}
