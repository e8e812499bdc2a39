import { userEntity, type Change, type Emulated, type Json, type Row, type Store } from '../emulated.ts'
import { stamp } from '../entities/stamp.ts'
import { putPassword } from './credentials.ts'
import { hashPasswordNow } from './passwords.ts'

export interface NewUser {
  readonly email: string
  readonly role: string
  /** Left out: they sign in by a reset of their password. */
  readonly password?: string
  /** Left out: what stands before the @. */
  readonly fullName?: string
  /** Custom fields of the `User` entity. */
  readonly fields?: Readonly<Record<string, Json>>
}

/** Makes a user who can sign in. Throws where the address is taken: whoever seeds users means each to be another. */
export function createUser(app: Emulated, { password, ...user }: NewUser): Row {
  if (userByEmail(app.store, user.email) !== undefined) {
    throw new Error(`made a user: ${user.email} should have been free, but has a user. Give another address.`)
  }
  return addUser(app, { ...user, ...(password !== undefined && { hashed: hashPasswordNow(password) }) })
}

type UserParts = Omit<NewUser, 'password'> & { readonly id?: string }

/** Writes a user whose address is known to be free, and tells who listens. */
export function addUser(
  app: Emulated,
  user: UserParts & { readonly hashed?: string; readonly also?: readonly Change[] },
): Row {
  const row = userRow(app, user)
  app.store.write([
    { kind: 'put', collection: userEntity, row },
    ...(user.hashed === undefined ? [] : [putPassword(row.id, user.hashed)]),
    ...(user.also ?? []),
  ])
  app.publish({ entity: userEntity, type: 'create', row })
  return row
}

/** Addresses differ in more than case, or are the same. */
export function userByEmail(store: Store, email: string): Row | undefined {
  const wanted = emailKey(email)
  return store.all(userEntity).find((row) => emailKey(String(row['email'])) === wanted)
}

export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

function userRow(app: Emulated, { id = app.newId(), email, role, fullName, fields }: UserParts): Row {
  const now = stamp(app)
  return {
    ...fields,
    id,
    email: email.trim(),
    full_name: fullName ?? email.trim().split('@')[0] ?? null,
    role,
    // Whoever edits an app may change roles: of those who use it, its admins.
    collaborator_role: role === 'admin' ? 'editor' : null,
    app_id: app.appId,
    is_service: false,
    is_verified: true,
    disabled: null,
    created_date: now,
    updated_date: now,
  }
}
