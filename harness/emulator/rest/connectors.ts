import { Hono, type Context } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { refuse } from '../refuse.ts'
import { onBehalf, unlessService } from './on-behalf.ts'
import { answerRecorded, notRecorded, recordedObject } from './recorded.ts'

/** Accounts elsewhere that an app is connected to: nothing is, but what `connectors.<name>` records. */
export const connectors: Routes = new Hono<Env>()

connectors.get('/api/apps/:appId/external-auth/tokens/connectors/:id', (context) =>
  connection(context, context.req.param('id')),
)
connectors.get('/api/apps/:appId/external-auth/tokens/:type', (context) =>
  connection(context, context.req.param('type')),
)
connectors.get('/api/apps/:appId/app-user-auth/connectors/:id/token', async (context) => {
  const behalf = await onBehalf(context)
  return 'refused' in behalf ? behalf.refused : connection(context, context.req.param('id'))
})
connectors.post('/api/apps/:appId/connectors/:type/call', (context) => {
  const type = context.req.param('type')
  const refused = unlessService(context)
  if (refused !== undefined) return refused
  const { recorded } = context.env.app
  const called = recorded(`connectors.${type}.call`)
  if (called === undefined && recorded(`connectors.${type}`) === undefined) return notConnected(context, type)
  return answerRecorded(context, `connectors.${type}.call`)
})
connectors.post('/api/apps/:appId/app-user-auth/connectors/:id/initiate', (context) => {
  const key = `connectors.${context.req.param('id')}.initiate`
  return unlessUser(context) ?? answerRecorded(context, key)
})
connectors.delete('/api/apps/:appId/app-user-auth/connectors/:id', (context) => {
  return unlessUser(context) ?? notConnected(context, context.req.param('id'))
})

function connection(context: Context<Env>, name: string): Response {
  const refused = unlessService(context)
  if (refused !== undefined) return refused
  const recorded = context.env.app.recorded(`connectors.${name}`)
  if (recorded === undefined) return notConnected(context, name)
  return context.json(recordedObject(recorded) ?? { access_token: recorded, connection_config: null })
}

function notConnected(context: Context<Env>, name: string): Response {
  const message = `The connector ${name} is not connected: ${notRecorded(`connectors.${name}`)}`
  context.header('x-base44-connector-error', 'not_connected')
  return refuse(context, { status: 404, message, more: { code: 'not_connected' } })
}

function unlessUser(context: Context<Env>): Response | undefined {
  if (context.get('by').kind === 'user') return undefined
  return refuse(context, { status: 401, message: 'Sign in to connect an account of your own.' })
}
