import type { Emulated, Row } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { codeMinutes, newCode, tryCode, type Code, type Tried } from './codes.ts'
import { emailKey } from './create-user.ts'

/** Somebody who says that an address is theirs, until a code that was sent there says so too. */
export interface Registration extends Code {
  readonly id: string
  readonly email: string
  readonly password: string
  /** The id that the user will have. */
  readonly user: string
  /** How many codes were sent since when: who asks again and again doesn't get as many guesses. */
  readonly sent: number
  readonly since: number
}

export function registrationOf(app: Emulated, email: string): Registration | undefined {
  return app.store.get(own.registrations, emailKey(email)) as (Row & Registration) | undefined
}

export interface Registering {
  readonly email: string
  readonly password: string
}

/**
 * Sends a code, which replaces the one before, as its password does: where the first password stayed, somebody could
 * register your address, wait for you to prove it, and have your account. Undefined: too many were sent of late.
 */
export function sendCode(app: Emulated, { email, password }: Registering): Registration | undefined {
  const now = app.now()
  const before = registrationOf(app, email)
  const recent = before !== undefined && now.getTime() - before.since < codeMinutes * 60_000
  const sent = recent ? before.sent + 1 : 1
  if (sent > mostCodes) return undefined
  const since = recent ? before.since : now.getTime()
  const user = before?.user ?? app.newId()
  const registration = { id: emailKey(email), email: email.trim(), password, user, sent, since, ...newCode(now) }
  app.store.write([{ kind: 'put', collection: own.registrations, row: registration }])
  const text = `${registration.email} proves the address with the code ${registration.code}, within ${codeMinutes} minutes`
  app.say({ from: 'auth', level: 'info', text })
  return registration
}

const mostCodes = 10

/** Tries a code, and remembers that it was tried. */
export function tryRegistration(app: Emulated, { email, given }: { email: string; given: string }): Tried {
  const registration = registrationOf(app, email)
  if (registration === undefined) return 'wrong'
  const tried = tryCode(registration, { given, now: app.now() })
  if (tried === 'wrong') {
    const row = { ...registration, tries: registration.tries + 1 }
    app.store.write([{ kind: 'put', collection: own.registrations, row }])
  }
  return tried
}
