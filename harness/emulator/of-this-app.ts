import { createMiddleware } from 'hono/factory'
import type { MiddlewareHandler } from 'hono'
import type { Env } from './emulated.ts'
import { isOwn } from './own-collections.ts'
import { refuse } from './refuse.ts'

/** An address says whose app is meant: there is no other here. Nor is what the emulator keeps for itself an entity. */
export const ofThisApp: MiddlewareHandler<Env> = createMiddleware<Env>(async (context, next) => {
  const [, , kind = '', appId = '', module = '', entity = ''] = context.req.path.split('/').map(decoded)
  if (kind === 'apps' && !ofAll.has(appId) && appId !== context.env.app.appId) return noSuch(context, `app ${appId}`)
  if (kind === 'app-logs' && appId !== context.env.app.appId) return noSuch(context, `app ${appId}`)
  if (module === 'entities' && isOwn(entity)) return noSuch(context, `entity ${entity}`)
  return next()
})

/** `/api/apps/auth/login` and `/api/apps/public/…` stand where others have the id of an app. */
const ofAll = new Set(['auth', 'public'])

function noSuch(context: Parameters<typeof refuse>[0], what: string): Response {
  return refuse(context, { status: 404, message: `there is no ${what} here` })
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
