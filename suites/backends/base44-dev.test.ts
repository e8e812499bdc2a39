import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { cacheFolder } from '../../harness/cli/home.ts'
import type { RunningBackend } from '../../harness/execute/backends/adapter.ts'
import { startBase44Dev } from '../../harness/execute/backends/base44-dev/start.ts'
import type { SignedIn } from '../../harness/model/backend.ts'
import { writeSmallApp } from './fixtures/small-app.ts'
import { openSmallDesk, type SmallDesk } from './fixtures/small-desk.ts'
import { ownPorts, pidOf, tracesIn } from './fixtures/traces.ts'

// The real command from npm, on an app of two functions.

const app = writeSmallApp()
const key = 'the-key-of-this-run'
let desk: SmallDesk
let folder: string
const environment = { ...process.env }

beforeAll(async () => {
  desk = await openSmallDesk()
})
afterAll(() => {
  desk.close()
  app.remove()
})

/** Temporary files go where the test can see them. */
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backends-')))
  process.env['TMPDIR'] = folder
  return () => {
    if (environment['TMPDIR'] === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = environment['TMPDIR']
    rmSync(folder, { recursive: true, force: true })
  }
})

const nothing = { processes: [], ports: [], files: [] }

test('an app is served, users differ, and nothing leaves the machine or stays on it', async () => {
  const before = ownPorts()
  const secretive = { ...environment, GITHUB_TOKEN: 'a-credential-of-the-user' }
  const backend = await started({ environment: secretive, secrets: { SECRET_OF_THE_APP: 'shh' } })
  const { access } = backend
  expect(backend).toMatchObject({ id: 'base44-dev@0.1.18', backend: 'base44-dev', version: '0.1.18' })
  expect(backend.dependencies).toEqual({ deno: '2.9.5' })

  // A function hands its request to the desk, and its caller gets what the desk said.
  const relayed = await call(backend, { path: '/functions/relay?x=1', method: 'PUT', body: 'hällo' })
  expect([relayed.status, relayed.headers.get('x-method'), await relayed.text()]).toEqual([201, 'PUT', 'hällo'])

  // Users are different people, each with a role; the service role sees past them.
  const [alice, bob] = access.users['user'] as [SignedIn, SignedIn]
  const [admin] = access.users['admin'] as [SignedIn]
  for (const one of [alice, bob, admin]) {
    const me = (await (await call(backend, { path: '/entities/User/me', token: one.token })).json()) as object
    expect(me).toMatchObject({ id: one.id, email: one.email, role: one === admin ? 'admin' : 'user' })
    const made = await call(backend, {
      path: '/entities/Note',
      token: one.token,
      method: 'POST',
      body: `{"title":"${one.email}"}`,
    })
    expect(made.status).toBe(201)
  }
  const titles = async (token: string | undefined) =>
    ((await (await call(backend, { path: '/entities/Note', token })).json()) as { title: string }[])
      .map(({ title }) => title)
      .sort()
  expect(await titles(alice.token)).toEqual([alice.email])
  expect(await titles(bob.token)).toEqual([bob.email])
  const everyone = [alice.email, bob.email, admin.email].sort()
  expect(await titles(access.serviceToken)).toEqual(everyone)

  // Functions: who called, as the service role, what they know, and where they cannot go.
  const probed = (await (
    await call(backend, { path: '/functions/probe', token: bob.token, headers: { 'x-app-id': access.appId } })
  ).json()) as Probed
  expect(probed).toMatchObject({ me: bob.email, all: everyone, http: { status: 502 }, https: { error: 'TypeError' } })
  expect(probed.environment).toMatchObject({ CONFORMANCE_KEY: key, SECRET_OF_THE_APP: 'shh' })
  expect(JSON.stringify(probed.environment)).not.toContain('a-credential-of-the-user')
  expect(backend.forwarded()).toEqual([
    { method: 'GET', host: 'example.com', target: '/plain?x' },
    { method: 'CONNECT', host: 'example.com:443', target: '' },
  ])

  // Routes that it would hand to the hosted platform are refused, and listed.
  const unknown = [
    ['POST', `/api/functions/relay?x=1`],
    ['GET', `/functions/relay`],
    ['DELETE', `/api/apps/${access.appId}/functions-of-another`],
    ['GET', `/api/apps/public/prod/public-settings/by-id/x`],
  ] as const
  for (const [method, target] of unknown) {
    const response = await fetch(`${access.url}${target}`, {
      method,
      ...(method === 'POST' && { body: 'x'.repeat(2_000_000) }),
    })
    const words = `${method} https://base44.app${target}`
    expect([response.status, response.headers.get('x-conformance-refused')]).toEqual([502, words])
    expect(await response.json()).toMatchObject({ message: expect.stringContaining(words) as string })
  }
  expect(backend.forwarded().slice(2)).toEqual(
    unknown.map(([method, target]) => ({ method, host: 'base44.app', target })),
  )

  const during = tracesIn(folder)
  expect(during.processes).toEqual(['deno main.ts', 'deno main.ts', 'deno main.ts', expect.stringContaining('run.js')])
  expect(during.ports).toContain(Number(new URL(access.url).port))
  await backend.stop()
  await backend.stop()
  expect(tracesIn(folder)).toEqual(nothing)
  expect(ownPorts()).toEqual(before)
  await expect(fetch(access.url)).rejects.toThrow('fetch failed')
})

interface Probed {
  readonly environment: object
}

test('two at the same time: ports, users and functions of their own', async () => {
  const [one, other] = await Promise.all([started(), started({ users: [{ role: 'user' }, { role: 'editor' }] })])
  expect(one.access.url).not.toBe(other.access.url)
  expect(Object.keys(other.access.users)).toEqual(['user'])
  await one.stop()
  const relayed = await call(other, { path: '/functions/relay', method: 'POST', body: 'still there' })
  expect(await relayed.text()).toBe('still there')
  await other.stop()
  expect(tracesIn(folder)).toEqual(nothing)
})

test('killed in the middle: told, with its last words, and nothing of it goes on', async () => {
  const backend = await started()
  await (await call(backend, { path: '/functions/relay', method: 'POST', body: 'x' })).text()
  process.kill(pidOf('run.js', folder), 'SIGKILL')
  expect(await backend.ended).toMatch(
    /^base44-dev@0\.1\.18 ended by itself \(ended by SIGKILL\)\. The last that it wrote:\n[^]*relay/,
  )
  expect(tracesIn(folder)).toMatchObject({ processes: [], ports: [] })
  await backend.stop()
  expect(tracesIn(folder)).toEqual(nothing)
})

test.each([
  ['SIGINT', 'which nobody hears', [null, 'SIGINT']],
  ['SIGTERM', 'which nobody hears', [null, 'SIGTERM']],
  ['SIGKILL', 'which nobody can hear', [null, 'SIGKILL']],
  ['SIGUSR2', 'at which it throws', [7, null]],
  ['SIGHUP', 'at which it exits', [3, null]],
] as const)('this process ends by %s, %s: nothing is left', async (signal, _, how) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program()], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const closed = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), closed])
  expect(tracesIn(folder).processes).not.toEqual([])
  child.kill(signal)
  expect(await closed).toEqual(how)
  await expect.poll(() => tracesIn(folder), { timeout: 5000 }).toEqual(nothing)
})

/** Starts a backend and waits for its end. */
function program(): string {
  const start = new URL('../../harness/execute/backends/base44-dev/start.ts', import.meta.url).href
  const request = {
    project: app.folder,
    desk: desk.address,
    key,
    cache: cacheFolder(environment),
    environment: { PATH: process.env['PATH'] },
  }
  return `
    import { startBase44Dev } from ${JSON.stringify(start)}
    await startBase44Dev({ ...${JSON.stringify(request)}, say() {} })
    process.on('SIGUSR2', () => { process.on('uncaughtException', () => process.exit(7)); throw new Error() })
    process.on('SIGHUP', () => process.exit(3))
    console.log('started')
    setInterval(() => {}, 1000)`
}

test.each([
  [
    'a version that is not there',
    { version: '0.0.999' },
    'fetched base44@0.0.999 from the npm registry: no such version is published. The newest are 0.',
  ],
  ['a tag that is not there', { version: 'lates' }, 'looked for base44 "lates": it is no version'],
  [
    'no network',
    { environment: offline(), cache: 'an-empty-one' },
    'from the npm registry: the registry cannot be reached. Check the network; it is needed once only',
  ],
  [
    'an app without functions',
    { project: '/nowhere' },
    'looked for the functions of the app in /nowhere: there is no base44/functions/<name>/entry.ts.',
  ],
])('%s is said in a sentence', async (_, request, said) => {
  const cache = 'cache' in request ? join(folder, request.cache) : cacheFolder(environment)
  await expect(started({ ...request, cache })).rejects.toMatchObject({
    name: 'SubjectError',
    message: expect.stringContaining(said) as string,
  })
  expect(tracesIn(folder)).toMatchObject({ processes: [], ports: [] })
})

function offline(): NodeJS.ProcessEnv {
  return { ...environment, npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retry_mintimeout: '10' }
}

async function started(more: Partial<Parameters<typeof startBase44Dev>[0]> = {}): Promise<RunningBackend> {
  const backend = await startBase44Dev({
    project: app.folder,
    desk: desk.address,
    key,
    cache: cacheFolder(environment),
    environment,
    say: () => undefined,
    ...more,
  })
  onTestFinished(backend.stop)
  return backend
}

interface Call {
  readonly path: string
  readonly method?: string
  readonly token?: string | undefined
  readonly body?: string
  readonly headers?: Record<string, string>
}

/** At an address of the app. */
function call({ access }: RunningBackend, { path, method = 'GET', token, body, headers }: Call): Promise<Response> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return fetch(`${access.url}/api/apps/${access.appId}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...authorization, ...headers },
    ...(body !== undefined && { body }),
  })
}
