import { expect, test } from 'vitest'
import { createUser } from './create-user.ts'
import { testApp } from '../fixtures/test-app.ts'

const roles = { name: 'User', properties: { role: { type: 'string', enum: ['editor'] } } }

test('a password is changed by its user, who knows it', async () => {
  const { app, ask } = testApp()
  const alice = createUser(app, { email: 'alice@example.com', password: 'password-1', role: 'user' })
  const admin = createUser(app, { email: 'admin@example.com', password: 'password-1', role: 'admin' })
  const token = await app.tokens.ofUser(alice)
  const change = async (by: string | undefined, current: string, next = 'password-2'): Promise<number> => {
    const json = { user_id: alice.id, current_password: current, new_password: next }
    return (await ask({ path: '/api/apps/app-1/auth/change-password', json, token: by })).status
  }
  expect(await change(undefined, 'password-1')).toBe(401)
  expect(await change(await app.tokens.ofUser(admin), 'password-1')).toBe(403)
  expect(await change(token, 'wrong')).toBe(400)
  expect(await change(token, 'password-1', 'short')).toBe(400)
  expect(await change(token, 'password-1')).toBe(200)
  expect(await app.tokens.callerOf(token), 'issued before').toBe('invalid')
  const login = { path: '/api/apps/app-1/auth/login', json: { email: 'alice@example.com', password: 'password-2' } }
  expect((await ask(login)).status).toBe(200)
})

test.each(['users/invite-user', 'runtime/users/invite-user'])(
  '%s: an admin invites, and who registers has the role',
  async (path) => {
    const { app, ask, said } = testApp({ schemas: [roles] })
    const tokenOf = (role: string): Promise<string> =>
      app.tokens.ofUser(createUser(app, { email: `${role}@example.com`, role }))
    const invite = async (token: string | undefined, role = 'editor', email = 'New@example.com'): Promise<number> =>
      (await ask({ path: `/api/apps/app-1/${path}`, json: { user_email: email, role }, token })).status
    const admin = await tokenOf('admin')
    expect(await invite(undefined)).toBe(401)
    expect(await invite(await tokenOf('user'))).toBe(403)
    expect(await invite(admin, 'emperor')).toBe(400)
    expect(await invite(admin, 'user', 'USER@example.com'), 'is there already').toBe(400)
    expect(await invite(await app.tokens.ofService(), 'user')).toBe(200)
    expect(await invite(admin)).toBe(200)
    const json = { email: 'new@example.com', password: 'password-1' }
    await ask({ path: '/api/apps/app-1/auth/register', json })
    const otp_code = /code (\d+)/.exec(said.at(-1)?.text ?? '')?.[1]
    const verified = await ask({ path: '/api/apps/app-1/auth/verify-otp', json: { email: json.email, otp_code } })
    expect(await app.tokens.callerOf(String(verified.json['access_token']))).toMatchObject({ user: { role: 'editor' } })
  },
)
