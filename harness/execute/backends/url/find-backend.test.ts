import type { RequestListener } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { defaultDesk } from '../../../model/backend.ts'
import { SubjectError } from '../../subjects/subject-error.ts'
import type { RunningBackend } from '../adapter.ts'
import { freePort, listen } from '../fixtures/listen.ts'
import { findBackend, type BackendRequest } from './find-backend.ts'

// A backend at an address: what it says of itself, what is said of it elsewhere, and every way in which that fails.

const described = {
  appId: 'app-1',
  name: 'mine',
  version: '1.2.3',
  revision: 1,
  key: 'described-key',
  serviceToken: 'described-service',
  desk: 'http://127.0.0.1:4600',
  users: {
    admin: [{ id: 'a', email: 'a@example.com', token: 'token-a' }],
    user: [{ token: 'token-b' }, { email: 'c@example.com', password: 'right' }],
  },
}

test('on this machine its description is enough; users without a token log in', async () => {
  const url = await backend(described)
  const { access, ...rest } = await find({ spec: `${url}/` })
  expect(access).toEqual({
    url,
    appId: 'app-1',
    key: 'described-key',
    serviceToken: 'described-service',
    desk: { host: '127.0.0.1', port: 4600 },
    users: {
      admin: [{ id: 'a', email: 'a@example.com', token: 'token-a' }],
      user: [
        { id: 'b', email: 'b@example.com', token: 'token-b' },
        { id: 'c', email: 'c@example.com', token: 'token-c', password: 'right' },
      ],
    },
  })
  expect(rest).toMatchObject({ id: `${url}/`, backend: 'url', version: '1.2.3', dependencies: { mine: '1.2.3' } })
  expect(rest.forwarded()).toEqual([])
})

test('the configuration wins over the environment, and that over the description', async () => {
  const spec = await backend(described)
  const configured = {
    appId: 'app-2',
    rate: 50,
    users: { user: [{ id: 'd', email: 'd@example.com', token: 'token-d' }] },
  }
  const environment = {
    CONFORMANCE_APP_ID: 'app-3',
    CONFORMANCE_KEY: 'key-3',
    CONFORMANCE_DESK_URL: 'http://[::1]:4700',
  }
  const { access } = await find({ spec, configured, environment })
  expect(access).toMatchObject({ appId: 'app-2', key: 'key-3', serviceToken: 'described-service', rate: 50 })
  expect(access.users).toEqual(configured.users)
  expect(access.desk).toEqual({ host: '::1', port: 4700 })
})

test('without a description, all of it may come from the environment', async () => {
  const spec = await backend(undefined)
  const environment = { CONFORMANCE_APP_ID: 'app-1', CONFORMANCE_KEY: 'k', CONFORMANCE_USER_USER_1_TOKEN: 'token-b' }
  const { access, version, dependencies } = await find({ spec, environment })
  expect(access).toMatchObject({ desk: defaultDesk, users: { user: [{ id: 'b' }] } })
  expect({ version, dependencies }).toEqual({ version: '0.0.0', dependencies: {} })
})

test('what it says of a reset is done, once, before anyone signs in', async () => {
  const seen: string[] = []
  await find({ spec: await backend({ ...described, reset: '/test/reset' }, seen) })
  expect(seen.filter((line) => !line.startsWith('GET'))).toEqual([
    'POST /test/reset',
    'POST /api/apps/app-1/auth/login',
  ])
})

const missing = { CONFORMANCE_KEY: 'k' }
test.each<[what: string, description: unknown, environment: NodeJS.ProcessEnv, message: string]>([
  ['no app id', undefined, missing, 'its app id is known from nowhere. Set CONFORMANCE_APP_ID, or `appId`'],
  ['no key', { appId: 'x', revision: 1 }, {}, 'its key is known from nowhere. Set CONFORMANCE_KEY, or `key`'],
  [
    'another revision',
    { ...described, revision: 7 },
    {},
    'it is of revision 7, and this base44-conformance needs revision 1',
  ],
  [
    'a wrong description',
    { ...described, users: { user: [{ email: 'x' }] } },
    {},
    '`users.user.0` is wrong (a user needs a token',
  ],
  [
    'a reset elsewhere',
    { ...described, reset: 'http://x/' },
    {},
    '`reset` is wrong (a path, which begins with a slash)',
  ],
  [
    'a reset that fails',
    { ...described, reset: '/broken' },
    {},
    '(POST /broken, as it says of itself): the answer was 404',
  ],
  [
    'a wrong password',
    { ...described, users: { user: [{ email: 'x', password: 'sesame' }] } },
    {},
    'user 1 of role user (POST /api/apps/app-1/auth/login): the answer was 401. Check its e-mail and its password.',
  ],
  [
    'a wrong token',
    { ...described, users: { admin: [{ token: 'sesame' }] } },
    {},
    'user 1 of role admin is (GET /api/apps/app-1/entities/User/me): the answer was 401',
  ],
  [
    'a wrong desk',
    described,
    { CONFORMANCE_DESK_URL: 'ftp://sesame' },
    'read the address of the desk: it is none that can be served',
  ],
  [
    'no authority',
    described,
    { CONFORMANCE_CA: '/nowhere.pem' },
    'read the certificate authority /nowhere.pem: it cannot be read (ENOENT)',
  ],
  ['a wrong authority', described, { CONFORMANCE_CA: import.meta.filename }, 'there is no certificate in it'],
])('%s: said in a sentence, without a secret', async (_, description, environment, message) => {
  const found = find({ spec: await backend(description), environment })
  await expect(found).rejects.toThrow(SubjectError)
  await expect(found).rejects.toThrow(message)
  await expect(found).rejects.not.toThrow('sesame')
})

test('nobody there', async () => {
  const spec = `http://127.0.0.1:${await freePort()}`
  await expect(find({ spec })).rejects.toThrow(`called the backend ${spec}: nothing listens there.`)
})

test('a page where the description would be is none', async () => {
  const spec = await listen((_, response) => response.end('<html>'))
  await expect(find({ spec })).rejects.toThrow('its app id is known from nowhere')
})

async function find(request: Partial<BackendRequest> & { spec: string }): Promise<RunningBackend> {
  const found = await findBackend({ environment: {}, desk: defaultDesk, say: () => {}, ...request })
  onTestFinished(() => found.stop())
  return found
}

const people: Readonly<Record<string, string>> = { 'Bearer token-b': 'b', 'Bearer token-c': 'c' }

/** Knows two users, and describes itself. */
function backend(description: unknown, seen: string[] = []): Promise<string> {
  const answer: RequestListener = (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    const reply = (status: number, json: unknown): void => void response.writeHead(status).end(JSON.stringify(json))
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => {
      if (request.url === '/.well-known/base44-conformance' && description !== undefined) return reply(200, description)
      if (request.url === '/test/reset') return reply(200, {})
      if (request.url?.endsWith('/auth/login') === true) {
        return body.includes('"right"') ? reply(200, { access_token: 'token-c' }) : reply(401, {})
      }
      const id = people[request.headers.authorization ?? '']
      if (request.url?.endsWith('/entities/User/me') !== true) return reply(404, {})
      return id === undefined ? reply(401, {}) : reply(200, { id, email: `${id}@example.com` })
    })
  }
  return listen(answer)
}
