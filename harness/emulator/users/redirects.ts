import { Hono, type Context } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { refuse } from '../refuse.ts'

/** Addresses that a browser is sent to: leaving, and the pages of other providers. */
export const redirects: Routes = new Hono<Env>()

redirects.get('/api/apps/auth/logout', (context) => {
  const to = safeTarget(context)
  if (to !== undefined) return context.redirect(to)
  const message = 'from_url leads to another host than this one. Give an address of this machine, or a path.'
  return refuse(context, { status: 400, message })
})
redirects.get('/api/apps/auth/login', (context) => elsewhere(context, 'google'))
redirects.get('/api/apps/auth/:provider/login', (context) => elsewhere(context, context.req.param('provider')))
redirects.get('/api/apps/:appId/auth/sso/login', (context) => elsewhere(context, 'sso'))

/** Nobody is led away by a link that begins here: only to where an app under development is served. */
function safeTarget(context: Context<Env>): string | undefined {
  const here = new URL(context.req.url)
  const from = context.req.query('from_url') ?? '/'
  const to = URL.canParse(from, here) ? new URL(from, here) : undefined
  if (to === undefined || !['http:', 'https:'].includes(to.protocol)) return undefined
  return to.hostname === here.hostname || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(to.hostname) ? to.href : undefined
}

function elsewhere(context: Context<Env>, provider: string): Response {
  const message = `the emulator has no login with ${provider}: register with an email address and a password`
  return refuse(context, { status: 501, message })
}
