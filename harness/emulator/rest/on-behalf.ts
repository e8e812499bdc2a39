import type { Context } from 'hono'
import type { Env, Row } from '../emulated.ts'
import { refuse } from '../refuse.ts'
import { callerOf } from '../who-asks.ts'

/** Undefined: the service role asks. Else what anybody else is answered. */
export function unlessService(context: Context<Env>): Response | undefined {
  const { kind } = context.get('by')
  if (kind === 'service') return undefined
  const message = 'This is for the service role: call it in a backend function, through base44.asServiceRole.'
  return refuse(context, { status: kind === 'nobody' ? 401 : 403, message })
}

/** The user on whose behalf the service role asks: a client made from the request of a user says so by their token. */
export async function onBehalf(context: Context<Env>): Promise<{ user: Row } | { refused: Response }> {
  const refused = unlessService(context)
  if (refused !== undefined) return { refused }
  const caller = await callerOf(context, 'on-behalf-of')
  if (caller !== 'invalid' && caller.kind === 'user') return { user: caller.user }
  const message = 'On whose behalf? Make the client with createClientFromRequest, of a request that a user made.'
  return { refused: refuse(context, { status: 403, message }) }
}
