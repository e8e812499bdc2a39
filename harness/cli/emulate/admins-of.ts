import { randomBytes } from 'node:crypto'
import type { Emulated } from '../../emulator/emulated.ts'
import { createUser, userByEmail } from '../../emulator/users/create-user.ts'

/** An admin of the app; a password is known of one that was made just now, and of no other. */
export interface Admin {
  readonly email: string
  readonly password?: string
}

const usual = 'admin@example.com'

/** Whoever is named, and is not there yet, is made; where nobody is named and the app has no admin, one is made. */
export function adminsOf(app: Emulated, named: readonly string[]): readonly Admin[] {
  const there = app.store.all('User').filter(({ role }) => role === 'admin')
  const wanted = named.length === 0 && there.length === 0 ? [usual] : [...new Set(named)]
  const made = wanted.filter((email) => userByEmail(app.store, email) === undefined).map((email) => make(app, email))
  return [...there.map(({ email }) => ({ email: String(email) })), ...made]
}

function make(app: Emulated, email: string): Admin {
  const password = randomBytes(12).toString('base64url')
  createUser(app, { email, password, role: 'admin' })
  return { email, password }
}
