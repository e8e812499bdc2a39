import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env, Routes } from './emulated.ts'
import { answerRefusal, Refusal } from './entities/refusal.ts'
import { entities } from './entities/routes.ts'
import { ofThisApp } from './of-this-app.ts'
import { refuse } from './refuse.ts'
import { open } from './rest/open.ts'
import { rest } from './rest/rest.ts'
import { account } from './users/account.ts'
import { signIn } from './users/sign-in.ts'
import { whoAsks } from './who-asks.ts'

/** Everything that the emulator answers but functions and sockets: one app for all, told by `env.app` whose it is. */
export const app: Routes = new Hono<Env>()

const megabyte = 1024 * 1024
const tooLarge = 'The body is larger than 51 MB, which is the most that the emulator takes.'

app.onError((error, context) => {
  if (error instanceof Refusal) return answerRefusal(context, error)
  const text = `${context.req.method} ${context.req.path} failed: ${error.stack ?? error.message}`
  context.env.app.say({ from: 'api', level: 'error', text })
  return refuse(context, { status: 500, message: 'the emulator failed; its terminal says how' })
})
app.use(
  bodyLimit({ maxSize: 51 * megabyte, onError: (context) => refuse(context, { status: 413, message: tooLarge }) }),
)
app.use('/api/*', ofThisApp)
app.route('/', signIn)
app.route('/', open)
app.use('/api/*', whoAsks)
app.route('/', account)
app.route('/', rest)
app.route('/api/apps/:appId/entities/:entity', entities)
// What is not emulated is never a silent 200.
app.all('*', (context) =>
  refuse(context, { status: 501, message: `the emulator does not serve ${context.req.method} ${context.req.path}` }),
)
