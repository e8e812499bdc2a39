import { Hono, type Context } from 'hono'
import type { Emulated, Env, Routes, Row } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { refuse } from '../refuse.ts'
import { keepLatest } from './keep-latest.ts'
import { rowsWanted } from './rows-wanted.ts'

/** Which pages were visited by whom. Admins and the service role see all of it, users what they did themselves. */
export const appLogs: Routes = new Hono<Env>()

// A page may be called anything, with slashes too.
appLogs.post('/api/app-logs/:appId/log-user-in-app/:page{.+}', (context) => {
  const { app } = context.env
  const by = context.get('by')
  const row = {
    id: app.newId(),
    app_id: app.appId,
    page_name: context.req.param('page'),
    user_id: by.kind === 'user' ? by.user.id : null,
    user_email: by.kind === 'user' ? (by.user['email'] ?? null) : null,
    created_date: app.now().toISOString(),
  }
  keepLatest(app, { collection: own.visits, rows: [row] })
  return context.json({ success: true })
})

appLogs.get('/api/app-logs/:appId', (context) => {
  const seen = seenBy(context, own.visits)
  if ('refused' in seen) return seen.refused
  const wanted = rowsWanted(seen.rows, { query: new URL(context.req.url).searchParams, sort: '-created_date' })
  return 'problem' in wanted ? refuse(context, { status: 400, message: wanted.problem }) : context.json(wanted.rows)
})

appLogs.get('/api/app-logs/:appId/stats', (context) => {
  const [visits, events] = [seenBy(context, own.visits), seenBy(context, own.events)]
  if ('refused' in visits) return visits.refused
  if ('refused' in events) return events.refused
  return context.json({
    total_visits: visits.rows.length,
    total_users: new Set(visits.rows.flatMap(({ user_id: user }) => user ?? [])).size,
    visits_by_page: countBy(visits.rows, 'page_name'),
    events_by_name: countBy(events.rows, 'event_name'),
  })
})

function seenBy(context: Context<Env>, collection: string): { rows: readonly Row[] } | { refused: Response } {
  const { app } = context.env
  const by = context.get('by')
  if (by.kind === 'nobody') return { refused: refuse(context, { status: 401, message: 'Sign in to see app logs.' }) }
  if (by.kind === 'service' || by.user['role'] === 'admin') return { rows: app.store.all(collection) }
  return { rows: ofUser(app, { collection, user: by.user.id }) }
}

function ofUser(app: Emulated, { collection, user }: { collection: string; user: string }): readonly Row[] {
  return app.store.all(collection).filter((row) => row['user_id'] === user)
}

function countBy(rows: readonly Row[], field: string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(String(row[field]), (counts.get(String(row[field])) ?? 0) + 1)
  return Object.fromEntries(counts)
}
