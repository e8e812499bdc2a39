import { Hono, type Context } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { refuse } from '../refuse.ts'
import { onBehalf } from './on-behalf.ts'
import { notRecorded } from './recorded.ts'

/** Tokens of single sign-on: for the service role, of the user on whose behalf it acts, as they were recorded. */
export const sso: Routes = new Hono<Env>()

sso.get('/api/apps/:appId/auth/sso/accesstoken/:user', (context) =>
  token(context, { user: context.req.param('user'), key: 'sso.accessToken' }),
)
sso.get('/api/apps/:appId/auth/sso/idtoken/:user', (context) =>
  token(context, { user: context.req.param('user'), key: 'sso.idToken' }),
)

async function token(context: Context<Env>, { user, key }: { user: string; key: string }): Promise<Response> {
  const behalf = await onBehalf(context)
  if ('refused' in behalf) return behalf.refused
  if (behalf.user.id !== user) {
    return refuse(context, {
      status: 403,
      message: 'Single sign-on tokens are those of the user who made the request.',
    })
  }
  const recorded = context.env.app.recorded(key)
  if (recorded === undefined) {
    return refuse(context, {
      status: 404,
      message: `This user has no token of single sign-on here: ${notRecorded(key)}`,
    })
  }
  return context.json(key === 'sso.accessToken' && typeof recorded === 'string' ? { access_token: recorded } : recorded)
}
