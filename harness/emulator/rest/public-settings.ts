import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { refuse } from '../refuse.ts'
import { callerOf } from '../who-asks.ts'

/** How an app is gated: `app.publicSettings` of integrations.json says, else everybody may open it. */
export const publicSettings: Routes = new Hono<Env>()

publicSettings.get('/api/apps/public/prod/public-settings/by-id/:appId', async (context) => {
  const { app } = context.env
  const id = context.req.param('appId')
  if (id !== app.appId) return refuse(context, { status: 404, message: `there is no app ${id} here` })
  const settings = String(app.recorded('app.publicSettings') ?? 'public_without_login')
  if (settings !== 'public_without_login') {
    const by = await callerOf(context, 'authorization')
    const reason = by === 'invalid' ? 'user_not_registered' : by.kind === 'nobody' ? 'auth_required' : undefined
    if (reason !== undefined) return refuse(context, { ...refusals[reason], more: { extra_data: { reason } } })
  }
  return context.json({ id, public_settings: settings })
})

const refusals = {
  auth_required: { status: 403, message: 'You must be logged in to access this app' },
  user_not_registered: { status: 403, message: 'The user is not registered for this app' },
} as const
