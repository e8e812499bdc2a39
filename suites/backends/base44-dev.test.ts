import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningBackend } from '../../harness/execute/backends/adapter.ts'
import type { SignedIn } from '../../harness/model/backend.ts'
import { call, key, ownTemporaryFolder, starter, userEnvironment } from './fixtures/start.ts'
import { writeSmallApp } from './fixtures/small-app.ts'
import { openSmallDesk, type SmallDesk } from './fixtures/small-desk.ts'
import { ownPorts, tracesIn } from './fixtures/traces.ts'

// The real command from npm, on an app of two functions: one backend, looked at from all sides, and stopped at last.

const app = writeSmallApp()
const temporary = ownTemporaryFolder()
let desk: SmallDesk
let backend: RunningBackend
let before: readonly number[]

beforeAll(async () => {
  desk = await openSmallDesk()
  before = ownPorts()
  const environment = { ...userEnvironment, GITHUB_TOKEN: 'a-credential-of-the-user' }
  const start = starter({ project: app.folder, desk: desk.address })
  backend = await start({ environment, secrets: { SECRET_OF_THE_APP: 'shh' } })
}, 120_000)

afterAll(async () => {
  await backend.stop()
  desk.close()
  app.remove()
  temporary.remove()
})

test('it says what it is', () => {
  expect(backend).toMatchObject({ id: 'base44-dev@0.1.18', backend: 'base44-dev', version: '0.1.18' })
  expect(backend.dependencies).toEqual({ deno: '2.9.5' })
})

test('a function hands its request to the desk, and its caller gets what the desk said', async () => {
  const relayed = await call(backend, { path: '/functions/relay?x=1', method: 'PUT', body: 'hällo' })
  expect([relayed.status, relayed.headers.get('x-method'), await relayed.text()]).toEqual([201, 'PUT', 'hällo'])
})

test('users are different people, each with a role; the service role sees past them', async () => {
  const all = usersOf(backend)
  expect(all.map(([role]) => role)).toEqual(['user', 'user', 'admin'])
  for (const [role, { id, email, token }] of all) {
    expect(await jsonOf(call(backend, { path: '/entities/User/me', token }))).toMatchObject({ id, email, role })
    const body = JSON.stringify({ title: email })
    expect((await call(backend, { path: '/entities/Note', token, method: 'POST', body })).status).toBe(201)
  }
  for (const [, { email, token }] of all) expect(await titlesFor(token)).toEqual([email])
  expect(await titlesFor(backend.access.serviceToken)).toEqual(all.map(([, { email }]) => email).sort())
})

test('functions know who called, act as the service role, and find their secrets, not the user’s', async () => {
  const [, [, bob]] = usersOf(backend) as [unknown, [string, SignedIn]]
  const probed = await probe(bob)
  expect(probed).toMatchObject({
    me: bob.email,
    all: usersOf(backend)
      .map(([, { email }]) => email)
      .sort(),
  })
  expect(probed.environment).toMatchObject({ CONFORMANCE_KEY: key, SECRET_OF_THE_APP: 'shh' })
  expect(JSON.stringify(probed.environment)).not.toContain('a-credential-of-the-user')
})

test('functions reach no other host, which is told', async () => {
  const [[, alice]] = usersOf(backend) as [[string, SignedIn]]
  const known = backend.forwarded().length
  expect(await probe(alice)).toMatchObject({ http: { status: 502 }, https: { error: 'TypeError' } })
  expect(backend.forwarded().slice(known)).toEqual([
    { method: 'GET', host: 'example.com', target: '/plain?x' },
    { method: 'CONNECT', host: 'example.com:443', target: '' },
  ])
})

test.each([
  ['POST', '/api/functions/relay?x=1'],
  ['GET', '/functions/relay'],
  ['PUT', '/api/apps/conformance-app/functions/relay/sub/path?a=b%20c'],
  ['DELETE', '/api/apps/conformance-app/something-else'],
  ['GET', '/api/apps/public/prod/public-settings/by-id/x'],
  ['POST', '/api/apps/conformance-app/integration-endpoints/Core/InvokeLLM'],
])('%s %s, which it would hand to the hosted platform, is refused and told', async (method, target) => {
  const known = backend.forwarded().length
  const body = method === 'POST' ? 'x'.repeat(2_000_000) : undefined
  const response = await fetch(`${backend.access.url}${target}`, { method, ...(body !== undefined && { body }) })
  const words = `${method} https://base44.app${target}`
  expect([response.status, response.headers.get('x-conformance-refused')]).toEqual([502, words])
  expect(await response.json()).toEqual({ message: `base44-conformance let nothing leave this machine: ${words}` })
  expect(backend.forwarded().slice(known)).toEqual([{ method, host: 'base44.app', target }])
})

test('stopped, once or twice: no process, port or file is left', async () => {
  const during = tracesIn(temporary.folder)
  expect(during.processes).toEqual(['deno main.ts', 'deno main.ts', 'deno main.ts', expect.stringContaining('run.js')])
  expect(during.ports).toContain(Number(new URL(backend.access.url).port))
  await backend.stop()
  await backend.stop()
  expect(tracesIn(temporary.folder)).toEqual({ processes: [], ports: [], files: [] })
  expect(ownPorts()).toEqual(before)
  await expect(fetch(backend.access.url)).rejects.toThrow('fetch failed')
})

function usersOf({ access }: RunningBackend): [role: string, user: SignedIn][] {
  return Object.entries(access.users).flatMap(([role, users]) => users.map((user): [string, SignedIn] => [role, user]))
}

async function titlesFor(token: string | undefined): Promise<string[]> {
  const notes = (await jsonOf(call(backend, { path: '/entities/Note', token }))) as { title: string }[]
  return notes.map(({ title }) => title).sort()
}

async function probe({ token }: SignedIn): Promise<{ environment: object }> {
  const headers = { 'x-app-id': backend.access.appId }
  return (await jsonOf(call(backend, { path: '/functions/probe', token, headers }))) as { environment: object }
}

async function jsonOf(response: Promise<Response>): Promise<unknown> {
  return (await response).json()
}
