import { userEntity, type EntitySchema, type FieldRules, type PropertySchema } from '../emulated.ts'

/**
 * The entity `User` of an app: the fields of its file, and those that every user has. Who may see and change whom is
 * not the file's to say: users see and change themselves, admins everybody, and only admins say who has which role.
 */
export function userSchema(own: EntitySchema | undefined): EntitySchema {
  const made = known.get(own ?? noFile)
  if (made !== undefined) return made
  const themselves = { $or: [{ id: '{{user.id}}' }, byAdmin] }
  const schema: EntitySchema = {
    ...own,
    name: userEntity,
    type: 'object',
    properties: { ...own?.properties, ...managed, ...named(own) },
    rls: { create: false, read: themselves, update: themselves, delete: byAdmin },
  }
  // Asked for again, of either, it is the same: who compiles a schema does it once.
  known.set(own ?? noFile, schema).set(schema, schema)
  return schema
}

/** Those that the `User` entity file names, beside the two that every app has. */
export function rolesOf(own: EntitySchema | undefined): readonly string[] {
  const listed = own?.properties['role']?.['enum']
  const roles = Array.isArray(listed) ? listed.filter((role) => typeof role === 'string') : []
  return [...new Set(['admin', 'user', ...roles])]
}

const known = new WeakMap<object, EntitySchema>()
const noFile = {}

const byAdmin = { user_condition: { role: 'admin' } }
const adminsWrite: FieldRules = { write: byAdmin }

/** What the system says of a user: who is not the service role doesn't write it. */
const managed: Readonly<Record<string, PropertySchema>> = Object.fromEntries(
  Object.entries({
    email: { type: 'string', format: 'email' },
    full_name: { type: ['string', 'null'] },
    app_id: { type: 'string' },
    is_service: { type: 'boolean' },
    is_verified: { type: 'boolean' },
    collaborator_role: { type: ['string', 'null'] },
  }).map(([name, schema]) => [name, { ...schema, rls: { write: false } }]),
)

function named(own: EntitySchema | undefined): Record<string, PropertySchema> {
  const { rls: _, ...role } = own?.properties['role'] ?? {}
  return {
    role: { ...role, type: 'string', enum: rolesOf(own), rls: adminsWrite },
    disabled: { type: ['boolean', 'null'], rls: adminsWrite },
  }
}
