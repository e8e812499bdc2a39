import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { body } from '../body.ts'
import { userEntity, type Change, type Emulated, type Env, type Routes, type Row } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { refuse } from '../refuse.ts'
import { userByEmail } from './create-user.ts'
import { putPassword } from './credentials.ts'
import { hashPassword } from './passwords.ts'
import { email, newPassword } from './shapes.ts'

/** A forgotten password: a token is told at the terminal, good for an hour and for one new password. */
export const resetPassword: Routes = new Hono<Env>()

resetPassword.post('/api/apps/:appId/auth/reset-password-request', body(z.object({ email })), (context) => {
  const { app } = context.env
  const user = userByEmail(app.store, context.req.valid('json').email)
  if (user !== undefined) sendToken(app, user)
  return context.json({ success: true, message: 'If this address has an account, a reset token was sent to it.' })
})

resetPassword.post(
  '/api/apps/:appId/auth/reset-password',
  body(z.object({ reset_token: z.string().max(200), new_password: newPassword })),
  async (context) => {
    const { app } = context.env
    const given = context.req.valid('json')
    const password = await hashPassword(given.new_password)
    const user = userOf(app, given.reset_token)
    if (user === undefined) return refuse(context, { status: 400, message: 'Reset token is invalid or has expired' })
    app.store.write([putPassword(user.id, password), ...forgetTokens(app, user)])
    return context.json({ success: true, message: 'Password reset successfully.' })
  },
)

const minutes = 60

function sendToken(app: Emulated, user: Row): void {
  const token = randomBytes(32).toString('base64url')
  const row = { id: digest(token), user: user.id, expires: app.now().getTime() + minutes * 60_000 }
  app.store.write([...forgetTokens(app, user), { kind: 'put', collection: own.resets, row }])
  const text = `${String(user['email'])} sets a new password with the reset token ${token}, within ${minutes} minutes`
  app.say({ from: 'auth', level: 'info', text })
}

/** Looked up by what it hashes to: how long that takes tells nothing of a token. */
function userOf(app: Emulated, token: string): Row | undefined {
  const reset = app.store.get(own.resets, digest(token))
  if (reset === undefined || app.now().getTime() >= Number(reset['expires'])) return undefined
  return app.store.get(userEntity, String(reset['user']))
}

function forgetTokens(app: Emulated, user: Row): readonly Change[] {
  const theirs = app.store.all(own.resets).filter((reset) => reset['user'] === user.id)
  return theirs.map(({ id }) => ({ kind: 'remove', collection: own.resets, id }))
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
