import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { answerRecorded } from './recorded.ts'

/** Services that Base44 calls for an app: they answer what was recorded for them, whatever they are asked. */
export const integrations: Routes = new Hono<Env>()

const endpoints = '/api/apps/:appId/integration-endpoints'
integrations.post(`${endpoints}/Core/:name`, (context) => answerRecorded(context, `Core.${context.req.param('name')}`))
integrations.post(`${endpoints}/installable/:package/integration-endpoints/:name`, (context) =>
  answerRecorded(context, `${context.req.param('package')}.${context.req.param('name')}`),
)
// An operation is named like `get:/repos/{owner}/{repo}`, with slashes of its own.
integrations.post('/api/apps/:appId/integrations/custom/:slug/:operation{.+}', (context) =>
  answerRecorded(context, `custom.${context.req.param('slug')}.${context.req.param('operation')}`),
)
