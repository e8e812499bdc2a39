import { userEntity, type EntitySchema } from '../emulated.ts'

/** The entity of users, which every app has, with the fields that a project adds to it. */
export function userSchema(own: EntitySchema | undefined): EntitySchema {
  return {
    ...own,
    name: userEntity,
    properties: {
      email: { type: 'string', format: 'email' },
      full_name: { type: ['string', 'null'] },
      role: { type: 'string' },
      ...own?.properties,
    },
    // Whoever hears of users hears of themselves; admins of all. Rules of a project do not change that.
    rls: { read: { $or: [{ id: '{{user.id}}' }, { user_condition: { role: 'admin' } }] } },
  }
}
