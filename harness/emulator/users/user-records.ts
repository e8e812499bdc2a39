import { Hono, type Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { changedRow, mayChange, notFound, toldOf } from '../entities/changed-row.ts'
import { jsonBody } from '../entities/json-body.ts'
import { keep, type Scope } from '../entities/scope.ts'
import { userEntity, type Env, type Routes, type Row } from '../emulated.ts'
import { isFromFunction } from '../from-a-function.ts'
import { own } from '../own-collections.ts'
import { refuse } from '../refuse.ts'
import { userSchema } from './user-schema.ts'

/** Users as records: `auth.me`, `auth.updateMe`, and what of `entities.User` differs from other entities. */
export const userRecords: Routes = new Hono<Env>()

const users = `/api/apps/:appId/entities/${userEntity}`

userRecords.use(
  `${users}/*`,
  createMiddleware<Env>(async (context, next) => {
    if (context.get('by').kind !== 'nobody') return next()
    if (context.req.path.endsWith('/me') && isFromFunction(context)) return context.json(null)
    return refuse(context, { status: 401, message: 'Sign in to see users.' })
  }),
)

userRecords.get(`${users}/me`, (context) => {
  const by = context.get('by')
  if (by.kind === 'service') return context.json(serviceAccount(context))
  return context.json(by.kind === 'user' ? toldOf(scopeOf(context), by.user) : {})
})

// Of several at once other routes know, which let the service role alone.
userRecords.put(`${users}/:id{(?!bulk$).+}`, async (context) => {
  const scope = scopeOf(context)
  const data = await jsonBody(context.req)
  // What they may not write is dropped without a word, as on base44 dev: clients send back whole users.
  const row = changedRow(scope, userNamed(scope, context.req.param('id')), data)
  keep(scope, [{ type: 'update', row }])
  return context.json(toldOf(scope, row))
})

userRecords.delete(`${users}/:id`, (context) => {
  const scope = scopeOf(context)
  const { by, app } = scope
  if (by.kind === 'user' && by.user['role'] !== 'admin') {
    return refuse(context, { status: 403, message: 'Only admins and the service role delete users.' })
  }
  const row = userNamed(scope, context.req.param('id'))
  keep(scope, [{ type: 'delete', row }])
  app.store.write([{ kind: 'remove', collection: own.credentials, id: row.id }])
  return context.json({ success: true })
})

function scopeOf(context: Context<Env>): Scope {
  const { app } = context.env
  return { app, entity: userEntity, by: context.get('by'), schema: userSchema(app.schemaOf(userEntity)) }
}

function userNamed(scope: Scope, name: string): Row {
  const { app, by } = scope
  const row = app.store.get(userEntity, name === 'me' && by.kind === 'user' ? by.user.id : name)
  if (row === undefined || !mayChange(scope, row, 'update')) throw notFound(scope, name)
  return row
}

/** Whoever acts as the service role is no user, but a service account: a function that asks who calls it is told so. */
function serviceAccount({ env: { app } }: Context<Env>): Row {
  const id = 'service-role'
  const since = new Date(0).toISOString()
  return {
    id,
    email: `${id}@${app.appId}.invalid`,
    full_name: null,
    role: 'admin',
    app_id: app.appId,
    is_service: true,
    is_verified: true,
    disabled: null,
    created_date: since,
    updated_date: since,
  }
}
