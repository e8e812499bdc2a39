import { expect, test } from 'vitest'
import type { BackendAccess } from '../model/backend.ts'
import { secretsIn, secretsInConfig, secretsOfBackend, tokensOf } from './secrets.ts'

const access: BackendAccess = {
  url: 'http://localhost:1',
  appId: 'app-1',
  users: {
    admin: [{ id: 'a', email: 'a@example.com', token: 'token-a' }],
    user: [
      { id: 'b', email: 'b@example.com', token: 'token-b', password: 'password-b' },
      { id: 'c', email: 'c@example.com', token: 'token-c' },
    ],
  },
  serviceToken: 'service-token',
  desk: { host: '127.0.0.1', port: 4499 },
  key: 'the-key',
}

test('of the environment, also what backends are told by', () => {
  const environment = {
    CONFORMANCE_KEY: 'k',
    CONFORMANCE_SERVICE_TOKEN: 's',
    CONFORMANCE_USER_ADMIN_1_TOKEN: 't',
    CONFORMANCE_USER_ADMIN_1_PASSWORD: 'p',
    CONFORMANCE_APP_ID: 'app',
    CONFORMANCE_DESK_URL: 'http://127.0.0.1:4499',
    MONKEY: 'no secret',
  }
  expect(secretsIn(environment)).toEqual(['k', 's', 't', 'p'])
})

test('of a backend: the key, the service token, passwords, the login of its proxy', () => {
  expect(secretsOfBackend(access)).toEqual(['the-key', 'service-token', 'password-b'])
  expect(secretsOfBackend({ ...access, proxy: 'http://me:p%40ss@proxy:1' })).toEqual([
    'the-key',
    'service-token',
    'password-b',
    'me',
    'p@ss',
    btoa('me:p@ss'),
  ])
})

test('tokens by whose they are', () => {
  expect([...tokensOf(access)]).toEqual([
    ['token-a', 'admin 1'],
    ['token-b', 'user 1'],
    ['token-c', 'user 2'],
    ['service-token', 'service role'],
  ])
})

test.each([
  ['by address', (one: object) => ({ backends: { 'http://x': one } })],
  ['in a list', (one: object) => ({ backends: [{ url: 'http://x', ...one }] })],
])('of a configuration %s', (_, configOf) => {
  const users = { admin: [{ email: 'e', password: 'p' }, { token: 't' }] }
  expect(secretsInConfig(configOf({ appId: 'a', key: 'k', serviceToken: 's', users }))).toEqual(['k', 's', 'p', 't'])
  expect(secretsInConfig({})).toEqual([])
})
