import { expect, test } from 'vitest'
import { testApp, type Answered, type Asked } from '../fixtures/test-app.ts'
import { createUser } from './create-user.ts'

const users = '/api/apps/app-1/entities/User'
const file = {
  name: 'User',
  properties: { bio: { type: 'string' }, plan: { type: 'string', enum: ['free', 'paid'] }, role: { enum: ['editor'] } },
  rls: { read: true, update: true, delete: true },
}
type Who = 'nobody' | 'alice' | 'admin' | 'service'

async function emulator(schemas: Parameters<typeof testApp>[0] = { schemas: [file] }) {
  const made = testApp(schemas)
  const { app } = made
  const alice = createUser(app, {
    email: 'alice@example.com',
    password: 'password-1',
    role: 'user',
    fields: { bio: 'b' },
  })
  const bob = createUser(app, { email: 'bob@example.com', role: 'user' })
  const admin = createUser(app, { email: 'admin@example.com', role: 'admin' })
  const tokens: Record<Who, string | undefined> = {
    nobody: undefined,
    alice: await app.tokens.ofUser(alice),
    admin: await app.tokens.ofUser(admin),
    service: await app.tokens.ofService(),
  }
  const as = (who: Who, path: string, rest: Partial<Asked> = {}): Promise<Answered> =>
    made.ask({ ...rest, path: `${users}${path}`, token: tokens[who] })
  const put = (who: Who, path: string, json: unknown): Promise<Answered> => as(who, path, { method: 'PUT', json })
  return { ...made, alice, bob, admin, tokens, as, put }
}

test('me is who asks, as they are now', async () => {
  const { as, put, alice } = await emulator()
  expect(await as('alice', '/me')).toMatchObject({ status: 200, json: alice })
  await put('admin', `/${alice.id}`, { role: 'editor' })
  expect(await as('alice', '/me')).toMatchObject({ json: { role: 'editor', bio: 'b' } })
  expect(await as('service', '/me')).toMatchObject({ status: 200, json: { id: 'service-role', is_service: true } })
  expect(await as('nobody', '/me')).toMatchObject({ status: 401 })
})

test('who asks changes custom fields of theirs, and nothing that the system says of them', async () => {
  const { as, put, alice, published } = await emulator()
  const forged = {
    id: 'other',
    email: 'root@example.com',
    role: 'admin',
    full_name: 'Root',
    created_date: '1970',
    is_service: true,
    is_verified: false,
    disabled: true,
    app_id: 'other',
    collaborator_role: 'editor',
    created_by: 'root',
    unknown: 1,
  }
  const { status, json } = await put('alice', '/me', { ...forged, bio: 'new', plan: 'paid' })
  const { updated_date: updated, ...rest } = json
  const { updated_date: _, ...before } = alice
  expect([status, rest]).toEqual([200, { ...before, bio: 'new', plan: 'paid' }])
  expect(String(updated) > String(alice['updated_date'])).toBe(true)
  expect(published.at(-1)).toMatchObject({ entity: 'User', type: 'update', row: { bio: 'new' } })
  expect(await put('alice', '/me', { plan: 'stolen' })).toMatchObject({ status: 422, json: { message: expect.stringContaining('plan') } }) // prettier-ignore
  expect(await put('alice', '/me', [])).toMatchObject({ status: 400 })
  expect((await as('alice', '/me')).json).toMatchObject({ plan: 'paid' })
})

test('without a User file, or with one that takes anything, nothing more can be forged', async () => {
  for (const schemas of [[], [{ name: 'User', properties: {}, additionalProperties: true }]]) {
    const { put } = await emulator({ schemas })
    const { status, json } = await put('alice', '/me', {
      role: 'admin',
      email: 'x@y.z',
      is_service: true,
      disabled: true,
    })
    expect([status, json]).toMatchObject([200, { role: 'user', email: 'alice@example.com', is_service: false, disabled: null }]) // prettier-ignore
  }
})

test.each<[Who, string, string, unknown, number]>([
  ['nobody', 'GET', '', undefined, 401],
  ['nobody', 'PUT', '/id1', {}, 401],
  ['nobody', 'DELETE', '/id1', undefined, 401],
  ['nobody', 'POST', '', {}, 401],
  ['alice', 'GET', '/id1', undefined, 200],
  ['alice', 'GET', '/id2', undefined, 404],
  ['admin', 'GET', '/id2', undefined, 200],
  ['service', 'GET', '/id2', undefined, 200],
  ['alice', 'PUT', '/id2', { bio: 'x' }, 404],
  ['admin', 'PUT', '/id2', { role: 'emperor' }, 422],
  ['service', 'PUT', '/id2', { bio: 'x' }, 200],
  ['service', 'PUT', '/me', { bio: 'x' }, 404],
  ['alice', 'DELETE', '/id1', undefined, 403],
  ['alice', 'DELETE', '/id2', undefined, 403],
  ['admin', 'DELETE', '/id2', undefined, 200],
  ['service', 'DELETE', '/id2', undefined, 200],
  ['service', 'DELETE', '/none', undefined, 404],
  ['service', 'POST', '', { email: 'new@example.com' }, 403],
  ['admin', 'POST', '/bulk', [{ email: 'new@example.com' }], 403],
  ['service', 'PUT', '/bulk', [{ id: 'id1', role: 'editor' }], 200],
  ['service', 'PUT', '/bulk', [{ id: 'id1', role: 'emperor' }], 422],
  ['service', 'PUT', '/id1', { email: 'no address' }, 422],
  ['admin', 'PUT', '/bulk', [{ id: 'id1', role: 'editor' }], 404],
  ['admin', 'PATCH', '/update-many', { query: {}, data: { $set: { role: 'admin' } } }, 403],
])('%s %s %s %j: %i', async (who, method, path, json, status) => {
  const { as, app } = await emulator()
  const before = app.store.all('User').length
  expect((await as(who, path, { method, ...(json !== undefined && { json }) })).status).toBe(status)
  expect(app.store.all('User').length).toBe(method === 'DELETE' && status === 200 ? before - 1 : before)
})

test.each<[Who, readonly string[]]>([
  ['alice', ['id1']],
  ['admin', ['id1', 'id2', 'id3']],
  ['service', ['id1', 'id2', 'id3']],
])('%s lists %j, whatever the file says, and never a password', async (who, ids) => {
  const { as } = await emulator()
  const { status, json } = await as(who, '?sort=created_date')
  expect([status, (json as unknown as { id: string }[]).map(({ id }) => id)]).toEqual([200, ids])
  expect((await as(who, '/count')).json).toEqual({ count: ids.length })
  const filtered = await as(who, `?q=${encodeURIComponent('{"email":"bob@example.com"}')}`)
  expect(filtered.json).toHaveLength(who === 'alice' ? 0 : 1)
  expect(JSON.stringify(json)).not.toMatch(/password|stamp/)
})

test('a user who is deleted or disabled is signed out at once, and signs in no more', async () => {
  const { as, put, ask, alice } = await emulator()
  const login = { path: '/api/apps/app-1/auth/login', json: { email: 'alice@example.com', password: 'password-1' } }
  await put('admin', `/${alice.id}`, { disabled: true })
  expect([(await as('alice', '/me')).status, (await ask(login)).status]).toEqual([401, 403])
  await put('admin', `/${alice.id}`, { disabled: false })
  expect([(await as('alice', '/me')).status, (await ask(login)).status]).toEqual([200, 200])
  await as('admin', `/${alice.id}`, { method: 'DELETE' })
  expect([(await as('alice', '/me')).status, (await ask(login)).status]).toEqual([401, 400])
})
