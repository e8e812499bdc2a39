import type { Context } from 'hono'
import type { Caller, Emulated, EntityEvent, EntitySchema, Env, Row } from '../emulated.ts'
import { userEntity } from '../emulated.ts'
import { Refusal } from './refusal.ts'

/** What a request is about: an entity of an app, and who asks. */
export interface Scope {
  readonly app: Emulated
  readonly entity: string
  readonly schema: EntitySchema
  readonly by: Caller
}

/** The scope of a request below `/apps/:appId/entities/:entity`; 404 where there is no such app or entity. */
export function scopeOf(context: Context<Env>): Scope {
  const { app } = context.env
  const { appId, entity = '' } = context.req.param() as { appId?: string; entity?: string }
  if (appId !== app.appId) throw new Refusal(404, `There is no app "${appId}" here; this one is "${app.appId}".`)
  const by = context.get('by')
  if (entity === userEntity) return { app, entity, by, schema: guardedUsers(app, by) }
  const schema = app.schemaOf(entity)
  if (schema === undefined) throw new Refusal(404, `Entity "${entity}" not found`)
  return { app, entity, by, schema }
}

/** Keeps changes, all or none, and then tells whoever listens: once each, in order. */
export function keep({ app, entity }: Scope, changes: readonly Omit<EntityEvent, 'entity'>[]): void {
  app.store.write(
    changes.map(({ type, row }) =>
      type === 'delete'
        ? { kind: 'remove', collection: entity, id: row.id }
        : { kind: 'put', collection: entity, row: row as Row },
    ),
  )
  for (const change of changes) app.publish({ entity, ...change })
}

/**
 * "Regular users can only read and update their own user record. With service role authentication, you can read, update,
 * and delete any user. You can't create users using the entities module." Rules of the project can't change that. What of
 * a user may be changed is known where users are, so here only the service role changes them; admins read them all and
 * nobody none, as on `base44 dev`.
 */
function guardedUsers({ schemaOf }: Emulated, by: Caller): EntitySchema {
  if (by.kind === 'nobody') throw new Refusal(401, 'Users are read and changed by users: sign in first.')
  const read = { $or: [{ id: '{{user.id}}' }, { user_condition: { role: 'admin' } }] }
  // Every app has users, also one without an entity file for what else it wants to know of them.
  const schema = schemaOf(userEntity) ?? { name: userEntity, properties: {} }
  return { ...schema, rls: { read, create: false, update: false, delete: false } }
}

/** Users are invited or register; also the service role doesn't make them as records. */
export function refuseNewUsers({ entity }: Scope): void {
  if (entity !== userEntity) return
  throw new Refusal(403, 'Users are not created as records: invite them, or let them register.')
}
