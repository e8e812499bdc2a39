import { Hono } from 'hono'
import type { Env, Routes } from './emulated.ts'
import { entities } from './entities/routes.ts'
import { whoAsks } from './who-asks.ts'

/** Everything that the emulator answers but functions and sockets: one app for all, told by `env.app` whose it is. */
export const app: Routes = new Hono<Env>()

app.use('/api/*', whoAsks)
app.route('/api/apps/:appId/entities/:entity', entities)
// What is not emulated is never a silent 200.
app.all('*', (context) =>
  context.json({ message: `the emulator does not serve ${context.req.method} ${context.req.path}` }, 501),
)
