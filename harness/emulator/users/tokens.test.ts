import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { createUser } from './create-user.ts'
import { putPassword } from './credentials.ts'
import { testApp } from '../fixtures/test-app.ts'
import { openTokens } from './tokens.ts'

const alice = { email: 'alice@example.com', role: 'user' }

test('a token is its user, and that of the service role the service role', async () => {
  const { app } = testApp()
  const user = createUser(app, alice)
  expect(await app.tokens.callerOf(await app.tokens.ofUser(user))).toEqual({ kind: 'user', user })
  expect(await app.tokens.callerOf(await app.tokens.ofService())).toEqual({ kind: 'service' })
})

test.each([
  ['gone', [{ kind: 'remove', collection: 'User', id: 'id1' }]],
  ['disabled', [{ kind: 'put', collection: 'User', row: { ...alice, id: 'id1', disabled: true } }]],
  ['given another password', [putPassword('id1', 'x.y')]],
] as const)('a token of a user who is %s is no token any more', async (_, changes) => {
  const { app } = testApp()
  const token = await app.tokens.ofUser(createUser(app, { ...alice, password: 'password-1' }))
  expect(await app.tokens.callerOf(token)).toMatchObject({ kind: 'user' })
  app.store.write(changes)
  expect(await app.tokens.callerOf(token)).toBe('invalid')
})

test('tokens expire', async () => {
  const { app, advance } = testApp()
  const [user, service] = [await app.tokens.ofUser(createUser(app, alice)), await app.tokens.ofService()]
  advance(30 * 24 * 60 - 1)
  expect(await app.tokens.callerOf(user)).toMatchObject({ kind: 'user' })
  expect(await app.tokens.callerOf(service)).toBe('invalid')
  advance(2)
  expect(await app.tokens.callerOf(user)).toBe('invalid')
})

test('whatever letter of a token is altered, it is refused', async () => {
  const { app } = testApp()
  const token = await app.tokens.ofUser(createUser(app, alice))
  const altered = [...token].map(
    (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
  )
  // The last letter's spare bits: neighbours of it decode to the same bytes.
  const tails = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
  const ended = tails.map((letter) => token.slice(0, -1) + letter).filter((one) => one !== token)
  const others = [`${token}0`, `${token}=`, ` ${token}`, token.slice(0, -1), '', 'a.b.c', `${token}.x`]
  for (const one of [...altered, ...ended, ...others])
    expect([one, await app.tokens.callerOf(one)]).toEqual([one, 'invalid'])
})

test('a token of another app, of another secret, without signature or of another algorithm is refused', async () => {
  const { app } = testApp()
  const user = createUser(app, alice)
  const settings = { store: app.store, appId: 'app-1', now: app.now }
  const same = openTokens(settings)
  expect(await app.tokens.callerOf(await same.ofUser(user)), 'the secret is kept in the store').toMatchObject({ user })
  for (const other of [{ appId: 'app-2' }, { secret: 'another secret, as long as it should be' }]) {
    expect(await app.tokens.callerOf(await openTokens({ ...settings, ...other }).ofUser(user))).toBe('invalid')
  }
  const [, claims] = (await same.ofUser(user)).split('.')
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  expect(await app.tokens.callerOf(`${none}.${claims}.`)).toBe('invalid')
  const known = openTokens({ ...settings, secret: 'known' })
  const key = new TextEncoder().encode('known')
  const forged = (alg: string): Promise<string> =>
    new SignJWT({ as: 'service' })
      .setProtectedHeader({ alg })
      .setSubject('service-role')
      .setAudience('app-1')
      .setIssuer('base44-conformance emulator')
      .setExpirationTime(4_070_908_800)
      .sign(new Uint8Array([...key, ...new Uint8Array(64 - key.length)]))
  expect(await known.callerOf(await forged('HS256')), 'the control').toEqual({ kind: 'service' })
  expect(await known.callerOf(await forged('HS512'))).toBe('invalid')
})
