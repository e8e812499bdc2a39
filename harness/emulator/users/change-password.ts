import { Hono } from 'hono'
import { z } from 'zod'
import { body } from '../body.ts'
import type { Env, Routes } from '../emulated.ts'
import { refuse } from '../refuse.ts'
import { credentialOf, putPassword } from './credentials.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { newPassword, password } from './shapes.ts'

/** Who is signed in changes their own password; whatever token was given out before ends with the old one. */
export const changePassword: Routes = new Hono<Env>()

changePassword.post(
  '/api/apps/:appId/auth/change-password',
  body(z.object({ user_id: z.string(), current_password: password, new_password: newPassword })),
  async (context) => {
    const { app } = context.env
    const by = context.get('by')
    const given = context.req.valid('json')
    if (by.kind === 'nobody') return refuse(context, { status: 401, message: 'Sign in to change your password.' })
    if (by.kind !== 'user' || by.user.id !== given.user_id) {
      return refuse(context, { status: 403, message: 'A password is changed by its user only.' })
    }
    const before = credentialOf(app.store, by.user.id)
    const right = await isPassword(given.current_password, before.password)
    const hashed = await hashPassword(given.new_password)
    if (!right || credentialOf(app.store, by.user.id).stamp !== before.stamp) {
      return refuse(context, { status: 400, message: 'Current password is incorrect' })
    }
    app.store.write([putPassword(by.user.id, hashed)])
    return context.json({ success: true, message: 'Password changed. Log in again.' })
  },
)
