import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { SignedIn } from '../../../model/backend.ts'
import { ask, failure, type Asking } from './ask.ts'
import { owner } from './workspace.ts'

export interface WantedUser {
  readonly role: string
}

/**
 * Test users, by role. They live in the memory of this backend, so each run makes its own. It makes every user that
 * registers a `user` and lets no request change that; its owner is its one `admin`. What cannot be had is left out, and
 * what needs it does not apply.
 */
export async function signIn(
  wanted: readonly WantedUser[],
  asking: Asking,
): Promise<Record<string, readonly SignedIn[]>> {
  const users: SignedIn[] = []
  const ordinary = wanted.filter(({ role }) => role === 'user').length
  // One after the other: the code that it prints does not say whom it is for.
  for (let index = 1; index <= ordinary; index += 1) users.push(await register(index, asking))
  const admins = wanted.some(({ role }) => role === 'admin') ? [await logInOwner(asking)] : []
  return { ...(users.length > 0 && { user: users }), ...(admins.length > 0 && { admin: admins }) }
}

async function register(index: number, asking: Asking): Promise<SignedIn> {
  const account = { email: `user-${index}@conformance.example`, password: randomBytes(18).toString('base64url') }
  const printed = asking.cli.output.next(/verification code: (\d+)/)
  const { id } = await ask(asking, { path: '/auth/register', body: account, fields: ['id'] })
  const code = await codeFrom(printed, asking)
  if (code === undefined) {
    throw failure(
      { kind: 'no-code', email: account.email },
      { doing: 'registered a test user with base44 dev', cli: asking.cli },
    )
  }
  await ask(asking, { path: '/auth/verify-otp', body: { email: account.email, otp_code: code }, fields: ['id'] })
  const { access_token: token } = await ask(asking, { path: '/auth/login', body: account, fields: ['access_token'] })
  return { id, ...account, token }
}

async function codeFrom(
  printed: Promise<RegExpExecArray>,
  { cli, answerMs, signal }: Asking,
): Promise<string | undefined> {
  const over = new AbortController()
  const stopped = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal])
  const late = setTimeout(answerMs, undefined, { signal: stopped }).catch(() => undefined)
  const found = await Promise.race([printed, late, cli.exited.then(() => undefined)])
  over.abort()
  signal?.throwIfAborted()
  return found?.[1]
}

/** Any password is the owner's. */
async function logInOwner(asking: Asking): Promise<SignedIn> {
  const account = { email: owner.email, password: randomBytes(18).toString('base64url') }
  const { access_token: token } = await ask(asking, { path: '/auth/login', body: account, fields: ['access_token'] })
  const { id } = await ask(asking, {
    path: '/entities/User/me',
    headers: { authorization: `Bearer ${token}` },
    fields: ['id'],
  })
  return { id, email: owner.email, token }
}
