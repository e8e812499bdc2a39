import { createMiddleware } from 'hono/factory'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './emulated.ts'
import { isOwn } from './own-collections.ts'

/** An address says whose app is meant: there is no other here. Nor is what the emulator keeps for itself an entity. */
export const ofThisApp: MiddlewareHandler<Env> = createMiddleware<Env>(async (context, next) => {
  const [, , kind = '', appId = '', module = '', entity = ''] = context.req.path.split('/').map(decoded)
  if (kind === 'apps' && !ofAll.has(appId) && appId !== context.env.app.appId)
    return noSuch(context, otherApp(context, appId))
  if (kind === 'app-logs' && appId !== context.env.app.appId) return noSuch(context, otherApp(context, appId))
  if (module === 'entities' && isOwn(entity)) return noSuch(context, `Entity "${entity}" not found`)
  return next()
})

/** `/api/apps/auth/login` and `/api/apps/public/…` stand where others have the id of an app. */
const ofAll = new Set(['auth', 'public'])

function noSuch(context: Context<Env>, message: string): Response {
  return context.json({ message }, 404)
}

function otherApp({ env }: Context<Env>, appId: string): string {
  return `There is no app "${appId}" here; this one is "${env.app.appId}".`
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
