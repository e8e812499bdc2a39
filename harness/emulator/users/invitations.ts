import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { body } from '../body.ts'
import { userEntity, type Env, type Routes, type Store } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { refuse } from '../refuse.ts'
import { emailKey, userByEmail } from './create-user.ts'
import { email } from './shapes.ts'
import { rolesOf } from './user-schema.ts'

/** An admin or the service role invites: who registers with that address gets the role of the invitation. */
export const invitations: Routes = new Hono<Env>()

const invitation = body(z.object({ user_email: email, role: z.string() }))
invitations.post('/api/apps/:appId/users/invite-user', invitation, (context) =>
  invite(context, context.req.valid('json')),
)
invitations.post('/api/apps/:appId/runtime/users/invite-user', invitation, (context) =>
  invite(context, context.req.valid('json')),
)

export function invitedRole(store: Store, id: string): string | undefined {
  const role = store.get(own.invitations, id)?.['role']
  return typeof role === 'string' ? role : undefined
}

function invite(context: Context<Env>, { user_email, role }: { user_email: string; role: string }): Response {
  const { app } = context.env
  const by = context.get('by')
  if (by.kind === 'nobody') return refuse(context, { status: 401, message: 'Sign in as an admin to invite users.' })
  if (by.kind === 'user' && by.user['role'] !== 'admin') {
    return refuse(context, { status: 403, message: 'Only admins and the service role invite users.' })
  }
  const roles = rolesOf(app.schemaOf(userEntity))
  if (!roles.includes(role)) {
    return refuse(context, { status: 400, message: `Invalid role: "${role}". Use one of: ${roles.join(', ')}.` })
  }
  if (userByEmail(app.store, user_email) !== undefined) {
    return refuse(context, { status: 400, message: 'A user with this email already exists' })
  }
  const row = { id: emailKey(user_email), email: user_email, role, created_date: app.now().toISOString() }
  app.store.write([{ kind: 'put', collection: own.invitations, row }])
  app.say({
    from: 'auth',
    level: 'info',
    text: `${user_email} is invited as ${role}: let them register with this address`,
  })
  return context.json({ success: true, message: `Invitation sent to ${user_email}.`, user_email, role })
}
