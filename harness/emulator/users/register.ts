import { Hono } from 'hono'
import { z } from 'zod'
import { body } from '../body.ts'
import type { Change, Emulated, Env, Routes, Row } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { refuse } from '../refuse.ts'
import { codeMinutes } from './codes.ts'
import { addUser, userByEmail } from './create-user.ts'
import { invitedRole } from './invitations.ts'
import { hashPassword } from './passwords.ts'
import { registrationOf, sendCode, tryRegistration, type Registration } from './registrations.ts'
import { email, newPassword } from './shapes.ts'

/** Registration: an address and a password, then the code that was sent to the address, told at the terminal. */
export const register: Routes = new Hono<Env>()

register.post('/api/apps/:appId/auth/register', body(z.object({ email, password: newPassword })), async (context) => {
  const { app } = context.env
  const given = context.req.valid('json')
  const password = await hashPassword(given.password)
  if (userByEmail(app.store, given.email) !== undefined) {
    return refuse(context, { status: 400, message: 'A user with this email already exists' })
  }
  const registration = sendCode(app, { email: given.email, password })
  if (registration === undefined) return refuse(context, { status: 429, message: tooMany })
  const message = 'Registration successful. Please check your email for the verification code.'
  return context.json({ id: registration.user, message, otp_expires_in_minutes: codeMinutes })
})

register.post('/api/apps/:appId/auth/resend-otp', body(z.object({ email })), (context) => {
  const { app } = context.env
  const registration = registrationOf(app, context.req.valid('json').email)
  const sent = registration === undefined ? 'nothing to send' : sendCode(app, registration)
  if (sent === undefined) return refuse(context, { status: 429, message: tooMany })
  const message = 'If this address awaits verification, a new code was sent to it.'
  return context.json({ message, otp_expires_in_minutes: codeMinutes })
})

register.post(
  '/api/apps/:appId/auth/verify-otp',
  body(z.object({ email, otp_code: z.string().max(100) })),
  async (context) => {
    const { app } = context.env
    const { email, otp_code: given } = context.req.valid('json')
    const tried = tryRegistration(app, { email, given })
    const registration = registrationOf(app, email)
    if (tried !== 'right' || registration === undefined) {
      return refuse(context, { status: 400, message: tried === 'expired' ? expired : wrong })
    }
    if (userByEmail(app.store, email) !== undefined) return refuse(context, { status: 400, message: wrong })
    const user = becomeUser(app, registration)
    const message = 'Email verified successfully. You are now logged in.'
    return context.json({ id: user.id, access_token: await app.tokens.ofUser(user), message, success: true })
  },
)

const tooMany = 'Too many codes were sent to this address. Use the last one, or wait ten minutes.'
const expired = 'Verification code has expired'
// The same for a code that was tried too often: a guesser must not know that they are heard no more.
const wrong = 'Verification code is invalid. Ask for a new one with resendOtp.'

function becomeUser(app: Emulated, { id: key, email, password, user: id }: Registration): Row {
  const spent = [own.registrations, own.invitations]
  const also = spent.map((collection): Change => ({ kind: 'remove', collection, id: key }))
  const role = invitedRole(app.store, key) ?? 'user'
  return addUser(app, { id, email, role, hashed: password, also })
}
