import { Hono } from 'hono'
import { z } from 'zod'
import { body } from '../body.ts'
import type { Env, Json, Routes } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { whoeverAsks } from '../who-asks.ts'
import { keepLatest } from './keep-latest.ts'

/** Events that apps track: kept, and counted in the stats of the app's logs. A stale token loses none. */
export const analytics: Routes = new Hono<Env>()

const event = z.looseObject({ event_name: z.string().max(500) })
analytics.post(
  '/api/apps/:appId/analytics/track/batch',
  whoeverAsks,
  body(z.object({ events: z.array(event).max(1000) })),
  (context) => {
    const { app } = context.env
    const { events } = context.req.valid('json')
    const by = context.get('by')
    const rows = events.map((one) => ({
      ...(one as Readonly<Record<string, Json>>),
      id: app.newId(),
      // Whoever tracks says who they are; whom the token names is believed.
      user_id: by.kind === 'user' ? by.user.id : null,
      received_date: app.now().toISOString(),
    }))
    keepLatest(app, { collection: own.events, rows })
    return context.json({ success: true, accepted: rows.length })
  },
)
