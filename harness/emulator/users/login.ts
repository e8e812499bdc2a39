import { Hono } from 'hono'
import { z } from 'zod'
import { body } from '../body.ts'
import { userEntity, type Emulated, type Env, type Routes, type Row } from '../emulated.ts'
import { refuse } from '../refuse.ts'
import { userByEmail } from './create-user.ts'
import { credentialOf } from './credentials.ts'
import { isPassword } from './passwords.ts'
import { registrationOf } from './registrations.ts'
import { email, password } from './shapes.ts'

export const login: Routes = new Hono<Env>()

login.post('/api/apps/:appId/auth/login', body(z.object({ email, password })), async (context) => {
  const { app } = context.env
  const found = await signIn(app, context.req.valid('json'))
  if (typeof found === 'string') return refuse(context, refusals[found])
  return context.json({ access_token: await app.tokens.ofUser(found), success: true, user: found })
})

type Refused = keyof typeof refusals
const refusals = {
  // One answer for both: whose address is known is nobody's business.
  wrong: { status: 400, message: 'Invalid email or password' },
  unverified: { status: 403, message: 'Verify your email first, with the code that was sent to it.' },
  disabled: { status: 403, message: 'This user is disabled.' },
} as const

async function signIn(app: Emulated, given: { email: string; password: string }): Promise<Row | Refused> {
  const user = userByEmail(app.store, given.email)
  if (user === undefined) {
    const registered = registrationOf(app, given.email)
    return (await isPassword(given.password, registered?.password)) ? 'unverified' : 'wrong'
  }
  const kept = credentialOf(app.store, user.id)
  if (!(await isPassword(given.password, kept.password))) return 'wrong'
  // Meanwhile others were served: this is who they are now.
  const now = app.store.get(userEntity, user.id)
  if (now === undefined || credentialOf(app.store, user.id).stamp !== kept.stamp) return 'wrong'
  return now['disabled'] === true ? 'disabled' : now
}
