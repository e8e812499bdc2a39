import { expect, test } from 'vitest'
import { createUser } from './create-user.ts'
import { testApp, type Answered, type TestApp } from '../fixtures/test-app.ts'

const at = (path: string): string => `/api/apps/app-1/auth/${path}`
const hers = { email: 'alice@example.com', password: 'password-1' }
const lastCode = ({ said }: TestApp): string => /(?:code|token) ([\w-]+),/.exec(said.at(-1)?.text ?? '')?.[1] ?? 'none'
const me = (emulator: TestApp, token: unknown): Promise<Answered> =>
  emulator.ask({ path: '/api/apps/app-1/entities/User/me', token: String(token) })

test('who registers and proves the address is a user, and signs in', async () => {
  const emulator = testApp()
  const registered = await emulator.ask({ path: at('register'), json: hers })
  expect(registered).toMatchObject({ status: 200, json: { otp_expires_in_minutes: 10 } })
  expect(JSON.stringify(registered.json)).not.toContain(lastCode(emulator))
  expect(await emulator.ask({ path: at('login'), json: hers })).toMatchObject({ status: 403 })
  const verified = await emulator.ask({
    path: at('verify-otp'),
    json: { email: 'ALICE@example.com', otp_code: lastCode(emulator) },
  })
  expect(verified).toMatchObject({ status: 200, json: { id: registered.json['id'], success: true } })
  expect(await emulator.app.tokens.callerOf(String(verified.json['access_token']))).toMatchObject({
    user: { email: hers.email, role: 'user' },
  })
  const login = await emulator.ask({ path: at('login'), json: { ...hers, email: ' Alice@Example.com ' } })
  expect(login).toMatchObject({
    status: 200,
    json: { user: { id: registered.json['id'], full_name: 'alice', is_verified: true, app_id: 'app-1' } },
  })
  expect(emulator.published).toMatchObject([{ entity: 'User', type: 'create', row: { email: hers.email } }])
  expect(JSON.stringify([login.json, emulator.published])).not.toMatch(/password|stamp/)
  expect(
    await emulator.ask({ path: at('verify-otp'), json: { email: hers.email, otp_code: lastCode(emulator) } }),
    'a code is used once',
  ).toMatchObject({ status: 400 })
})

test('a code is right for ten minutes and five tries, and replaced by the next', async () => {
  const emulator = testApp()
  const verify = async (otp_code: string): Promise<number> =>
    (await emulator.ask({ path: at('verify-otp'), json: { email: hers.email, otp_code } })).status
  const resend = async (): Promise<number> =>
    (await emulator.ask({ path: at('resend-otp'), json: { email: hers.email } })).status
  await emulator.ask({ path: at('register'), json: hers })
  const first = lastCode(emulator)
  emulator.advance(10)
  expect(await verify(first), 'too late').toBe(400)
  expect(await resend()).toBe(200)
  const second = lastCode(emulator)
  for (let tries = 0; tries < 5; tries += 1) expect(await verify('000000')).toBe(400)
  expect(await verify(second), 'after five wrong ones').toBe(400)
  expect(await resend()).toBe(200)
  if (first !== lastCode(emulator)) expect(await verify(first), 'replaced').toBe(400)
  expect(await verify(lastCode(emulator))).toBe(200)
})

test('of ten minutes nobody gets more than ten codes', async () => {
  const emulator = testApp()
  const register = async (): Promise<number> => (await emulator.ask({ path: at('register'), json: hers })).status
  for (let codes = 0; codes < 10; codes += 1) expect(await register()).toBe(200)
  expect([await register(), (await emulator.ask({ path: at('resend-otp'), json: hers })).status]).toEqual([429, 429])
  emulator.advance(11)
  expect(await register()).toBe(200)
})

test('who registers an address again replaces the password of whoever did before', async () => {
  const emulator = testApp()
  await emulator.ask({ path: at('register'), json: { ...hers, password: 'of somebody else' } })
  await emulator.ask({ path: at('register'), json: hers })
  await emulator.ask({ path: at('verify-otp'), json: { email: hers.email, otp_code: lastCode(emulator) } })
  expect(await emulator.ask({ path: at('login'), json: { ...hers, password: 'of somebody else' } })).toMatchObject({
    status: 400,
  })
  expect(await emulator.ask({ path: at('login'), json: hers })).toMatchObject({ status: 200 })
})

test.each([
  ['register', { email: 'alice@example.com', password: 'short' }, 400, 'at least 8'],
  ['register', { email: 'no address', password: 'password-1' }, 422, 'email: is no email address'],
  ['register', { email: 'BOB@example.com', password: 'password-1' }, 400, 'already exists'],
  ['login', { email: 'bob@example.com', password: 'wrong' }, 400, 'Invalid email or password'],
  ['login', { email: 'nobody@example.com', password: 'wrong' }, 400, 'Invalid email or password'],
  ['login', { email: 'nobody@example.com' }, 422, 'password'],
  ['login', { email: { $ne: '' }, password: { $ne: '' } }, 422, 'email'],
  ['login', { email: 'admin@example.com', password: 'anything' }, 400, 'Invalid email or password'],
  ['login', { email: 'gone@example.com', password: 'password-1' }, 403, 'disabled'],
  ['login', { email: 'gone@example.com', password: 'password-2' }, 400, 'Invalid email or password'],
  ['reset-password', { reset_token: 'made up', new_password: 'password-2' }, 400, 'invalid or has expired'],
])('%s refuses %j with %i', async (path, json, status, message) => {
  const { app, ask } = testApp()
  createUser(app, { email: 'bob@example.com', password: 'password-1', role: 'user' })
  createUser(app, { email: 'admin@example.com', role: 'admin' })
  createUser(app, { email: 'gone@example.com', password: 'password-1', role: 'user', fields: {} })
  const gone = app.store.all('User').at(-1)
  if (gone !== undefined) app.store.write([{ kind: 'put', collection: 'User', row: { ...gone, disabled: true } }])
  const answer = await ask({ path: at(path), json })
  expect(answer).toMatchObject({
    status,
    json: { message: expect.stringContaining(message), detail: expect.stringContaining(message) },
  })
})

test('a body that is no JSON is a 400', async () => {
  const { ask } = testApp()
  expect(await ask({ path: at('login'), method: 'POST', form: new FormData() })).toMatchObject({ status: 400 })
})

test('who lost a password sets a new one, once, and everything that the old one opened is shut', async () => {
  const emulator = testApp()
  const before = await emulator.app.tokens.ofUser(createUser(emulator.app, { ...hers, role: 'user' }))
  const request = (email: string): Promise<Answered> =>
    emulator.ask({ path: at('reset-password-request'), json: { email } })
  const reset = async (reset_token: string): Promise<number> =>
    (await emulator.ask({ path: at('reset-password'), json: { reset_token, new_password: 'password-2' } })).status
  const [known, unknown] = [await request('alice@EXAMPLE.com'), await request('nobody@example.com')]
  expect([known.status, known.json]).toEqual([unknown.status, unknown.json])
  expect(emulator.said).toHaveLength(1)
  const first = lastCode(emulator)
  await request(hers.email)
  expect(await reset(first), 'replaced').toBe(400)
  emulator.advance(60)
  expect(await reset(lastCode(emulator)), 'too late').toBe(400)
  await request(hers.email)
  expect(await reset(lastCode(emulator))).toBe(200)
  expect(await reset(lastCode(emulator)), 'used').toBe(400)
  expect(await emulator.app.tokens.callerOf(before)).toBe('invalid')
  expect((await emulator.ask({ path: at('login'), json: hers })).status).toBe(400)
  expect((await emulator.ask({ path: at('login'), json: { ...hers, password: 'password-2' } })).status).toBe(200)
})

test('a stale token keeps nobody from signing in, and is refused elsewhere', async () => {
  const emulator = testApp()
  createUser(emulator.app, { ...hers, role: 'user' })
  expect(await emulator.ask({ path: at('login'), json: hers, token: 'stale' })).toMatchObject({ status: 200 })
  expect(
    await emulator.ask({ path: at('register'), json: { ...hers, email: 'b@example.com' }, token: 'stale' }),
  ).toMatchObject({ status: 200 })
  expect(await me(emulator, 'stale')).toMatchObject({ status: 401 })
  expect(await emulator.ask({ path: '/api/apps/app-1/x', headers: { authorization: 'Basic YTpi' } })).toMatchObject({
    status: 401,
  })
  expect(await emulator.ask({ path: '/api/apps/app-2/auth/login', json: hers })).toMatchObject({ status: 404 })
})

test.each([
  ['/api/apps/auth/logout?from_url=http%3A%2F%2Flocalhost%3A5173%2Fa%3Fb', 302, 'http://localhost:5173/a?b'],
  ['/api/apps/auth/logout?from_url=%2Fhome', 302, 'http://127.0.0.1:4400/home'],
  ['/api/apps/auth/logout', 302, 'http://127.0.0.1:4400/'],
  ['/api/apps/auth/logout?from_url=https%3A%2F%2Fexample.com%2F', 400, null],
  ['/api/apps/auth/logout?from_url=%2F%2Fexample.com%2F', 400, null],
  ['/api/apps/auth/logout?from_url=javascript%3Aalert(1)', 400, null],
  ['/api/apps/auth/login?app_id=app-1', 501, null],
  ['/api/apps/auth/microsoft/login?app_id=app-1', 501, null],
  ['/api/apps/app-1/auth/sso/login', 501, null],
  ['/api/whatever', 501, null],
])('%s answers %i', async (path, status, location) => {
  const { ask } = testApp()
  const answer = await ask({ path })
  expect([answer.status, answer.headers.get('location')]).toEqual([status, location])
})
