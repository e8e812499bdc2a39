import { createClient, type Base44Client } from '@base44/sdk'
import { join } from 'node:path'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { openManners } from '../../harness/execute/backends/manners.ts'
import type { RunningBackend } from '../../harness/execute/backends/adapter.ts'
import { openRecords } from '../../harness/execute/backends/records.ts'
import { realClock } from '../../harness/execute/backends/real-clock.ts'
import { openSender } from '../../harness/execute/backends/sender.ts'
import { findBackend } from '../../harness/execute/backends/url/find-backend.ts'
import { whyNotReady } from '../../harness/execute/backends/why-not-ready.ts'
import { freePort } from '../../harness/execute/backends/fixtures/listen.ts'
import { folderWith } from '../../harness/cli/fixtures/folders.ts'
import { startTinyBackend, type TinyBackend } from './start-tiny-backend.ts'

// The tiny backend keeps what the documents say of functions: seen through the SDK, and through HTTP as curl speaks it.

const files = {
  'entities/Note.jsonc': `{
    "name": "Note", // to each their own
    "rls": {
      "create": true,
      "read": { "created_by": "{{user.email}}" },
      "delete": { "$or": [{ "created_by": "{{user.email}}" }, { "user_condition": { "role": "admin" } }] },
    },
  }`,
  'entities/News.jsonc':
    '{ "name": "News", "rls": { "create": { "user_condition": { "role": "admin" } }, "read": true } }',
  'functions/echo/entry.ts': `
    Deno.serve(async (req: Request): Promise<Response> => {
      const headers = Object.fromEntries(req.headers)
      const body = await req.text()
      return Response.json({ method: req.method, url: req.url, headers, body, secret: Deno.env.get('GREETING') })
    })`,
  'functions/orders/entry.js': `Deno.serve(() => new Response('orders'))`,
  'functions/orders/process/entry.ts': `Deno.serve((req) => new Response('orders/process ' + new URL(req.url).pathname))`,
  'functions/configured/function.jsonc': '{ "name": "renamed", "entry": "main.ts" }',
  'functions/configured/main.ts': `Deno.serve({ handler: () => new Response('renamed') })`,
  'functions/mirror/entry.ts': `Deno.serve((req) => new Response(req.body, { status: 201, headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2']] }))`,
  'functions/throws/entry.ts': `Deno.serve(() => { throw new Error('no luck') })`,
  'functions/broken/entry.ts': `Deno.serve(`,
  'functions/silent/entry.ts': `export const nothing = 1`,
  'functions/cuts/entry.ts': `Deno.serve(() => new Response(new ReadableStream({
    start(controller) { controller.enqueue(new TextEncoder().encode('half')); setTimeout(() => controller.error(new Error('cut')), 50) },
  })))`,
  'functions/who/entry.ts': `
    import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";
    Deno.serve(async (req) => {
      const base44 = createClientFromRequest(req)
      const me = await base44.auth.me().catch((error) => error.status)
      const mine = await base44.entities.Note.list()
      const all = await base44.asServiceRole.entities.Note.list()
      const inner = await base44.asServiceRole.functions.invoke('orders/process', {})
      return Response.json({ me, mine: mine.length, all: all.length, inner: inner.data })
    })`,
  'functions/conformance-ready/entry.ts': `
    import { createHmac } from 'node:crypto'
    Deno.serve(async (req) => {
      const request = Buffer.from(JSON.stringify({ method: req.method, url: req.url, headers: [...req.headers] })).toString('base64url')
      const signature = createHmac('sha256', Deno.env.get('CONFORMANCE_KEY')).update(request).digest('hex')
      const headers = { 'x-conformance-request': request, 'x-conformance-revision': '1', 'x-conformance-signature': signature }
      const url = Deno.env.get('CONFORMANCE_DESK_URL') + '/desk/1/conformance-ready'
      try {
        const answer = await fetch(url, { method: 'POST', headers, body: req.body, duplex: 'half' })
        const { status } = JSON.parse(Buffer.from(answer.headers.get('x-conformance-reply'), 'base64url').toString())
        return new Response(answer.body, { status })
      } catch (error) {
        return Response.json({ message: 'the desk cannot be reached' }, { status: 502 })
      }
    })`,
}

// In any other environment the SDK prints each error that it rejects with.
beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'))
afterAll(() => void vi.unstubAllEnvs())

test('its description is enough to be found, to sign in, and to be ready', async () => {
  const { backend } = await started()
  const { access, version } = await found(backend)
  expect({ version, roles: Object.entries(access.users).map(([role, list]) => [role, list.length]) }).toEqual({
    version: '1.0.0',
    roles: [
      ['admin', 1],
      ['user', 3],
    ],
  })
  expect(await whyNotReady(access)).toBeUndefined()
  expect(await whyNotReady({ ...access, key: 'another' })).toMatchObject({ problem: 'key-differs' })
  expect(await whyNotReady({ ...access, desk: { ...access.desk, port: await freePort() } })).toMatchObject({
    problem: 'desk-unreachable',
  })
})

test.each<[address: string, path: string, seen: string]>([
  ['as invoke calls', '/api/apps/tiny-app/functions/echo', '/echo'],
  ['as functions.fetch calls', '/api/functions/echo/sub/path?a=1&b=%20', '/echo/sub/path?a=1&b=%20'],
  ['as the documents call by curl', '/functions/echo', '/echo'],
])('a function is called %s', async (_, path, seen) => {
  const { backend } = await started()
  const answer = await fetch(backend.url + path, {
    method: 'PATCH',
    body: 'é\u0000',
    headers: { 'x-mine': 'yes', 'base44-service-authorization': 'Bearer forged', authorization: 'Bearer anyone' },
  })
  const { host } = new URL(backend.url)
  expect(await answer.json()).toMatchObject({
    method: 'PATCH',
    url: `http://${host}${seen}`,
    body: 'é\u0000',
    secret: 'hello',
    headers: {
      'x-mine': 'yes',
      authorization: 'Bearer anyone',
      'base44-app-id': 'tiny-app',
      'base44-api-url': backend.url,
      'base44-service-authorization': expect.not.stringContaining('forged') as string,
    },
  })
})

test.each([
  ['orders', 200, 'orders'],
  ['orders/other', 200, 'orders'],
  ['orders/process', 200, 'orders/process /orders/process'],
  ['orders%2Fprocess/x', 200, 'orders/process /orders%2Fprocess/x'],
  ['renamed', 200, 'renamed'],
  ['configured', 404, 'There is no function of that name.'],
  ['process', 404, 'There is no function of that name.'],
  ['', 404, 'There is no function of that name.'],
  ['throws', 500, 'The function failed: no luck'],
  ['broken', 500, 'The function failed:'],
  ['silent', 500, 'Deno.serve was not called'],
])('/functions/%s: %i', async (name, status, text) => {
  const { backend } = await started()
  const answer = await fetch(`${backend.url}/functions/${name}`, { method: 'POST', body: '{}' })
  expect({ status: answer.status, text: await answer.text() }).toEqual({
    status,
    text: expect.stringContaining(text) as string,
  })
})

test('bodies stream both ways, byte for byte, and repeated headers stay apart', async () => {
  const { backend } = await started()
  const { writable, readable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const called = fetch(`${backend.url}/functions/mirror`, {
    method: 'POST',
    body: readable,
    duplex: 'half',
  } as RequestInit)
  const written = (async () => {
    for (let round = 0; round < 64; round++)
      await writer.write(Uint8Array.from({ length: 4096 }, (_, at) => at ^ round))
    await writer.close()
  })()
  const answer = await called
  const body = new Uint8Array(await answer.arrayBuffer())
  await written
  expect([answer.status, answer.headers.getSetCookie(), body.length]).toEqual([201, ['a=1', 'b=2'], 64 * 4096])
  expect([body[0], body[4096 + 1], body[63 * 4096 + 5]]).toEqual([0, 0, 63 ^ 5])
})

test('a chunk is there before the next one is written', async () => {
  const { backend } = await started()
  const outgoing = request(`${backend.url}/functions/mirror`, { method: 'POST' })
  const heard: string[] = []
  await new Promise<void>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (answer) => {
      answer.on('data', (chunk: Buffer) => {
        heard.push(chunk.toString())
        if (heard.length < 3) outgoing.write(`chunk ${heard.length}`)
        else outgoing.end()
      })
      answer.on('end', resolve)
    })
    outgoing.write('chunk 0')
  })
  expect(heard).toEqual(['chunk 0', 'chunk 1', 'chunk 2'])
})

test('a response that breaks off breaks off', async () => {
  const { backend } = await started()
  await expect(fetch(`${backend.url}/functions/cuts`).then((answer) => answer.text())).rejects.toThrow('terminated')
})

test('inside a function the SDK acts as the caller, and as the service role past their permissions', async () => {
  const { backend, client } = await started()
  const [una, ugo] = [await client('una'), await client('ugo')]
  await una.entities['Note']?.create({ title: 'a' })
  await ugo.entities['Note']?.create({ title: 'b' })
  const { data } = (await una.functions.invoke('who', {})) as unknown as { data: unknown }
  const inner = 'orders/process /orders/process'
  expect(data).toMatchObject({ me: { email: 'una@tiny.example', role: 'user' }, mine: 1, all: 2, inner })
  const direct = await fetch(`${backend.url}/functions/who`, { method: 'POST' })
  expect(await direct.json()).toEqual({ me: null, mine: 0, all: 2, inner })
})

test('rows keep to the rules of their entity', async () => {
  const { client } = await started()
  const [ada, una, nobody] = [await client('ada'), await client('una'), await client()]
  const note = await una.entities['Note']?.create({ title: 'mine' })
  expect(await ada.entities['Note']?.list()).toEqual([])
  expect(await ada.entities['Note']?.get(note?.id ?? '')).toBe(null)
  await expect(ada.entities['Note']?.delete(note?.id ?? '')).rejects.toMatchObject({ status: 404 })
  await expect(una.entities['News']?.create({ title: 'x' })).rejects.toMatchObject({ status: 403 })
  await ada.entities['News']?.create({ title: 'b' })
  await ada.entities['News']?.create({ title: 'a' })
  expect(await nobody.entities['News']?.list('title', 1)).toMatchObject([{ title: 'a' }])
  expect(await nobody.entities['News']?.filter({ title: 'b' })).toMatchObject([
    { title: 'b', created_by: 'ada@tiny.example' },
  ])
  await expect(nobody.entities['Nothing']?.list()).rejects.toMatchObject({ status: 404 })
  expect(await nobody.auth.me()).toBe(null)
})

test('the records of a run are seeded by their owners and removed, and a reset empties everything', async () => {
  const { backend, client } = await started()
  const { access } = await found(backend)
  const una = await client('una')
  await una.entities['Note']?.create({ title: 'not of the run', run: 'another' })
  const sender = openSender({ reach: access, manners: openManners({ clock: realClock, say: () => {} }) })
  onTestFinished(() => sender.close())
  const wire = { entities: '/api/apps/{appId}/entities' }
  const records = openRecords({ access, wire, runId: 'run-1', send: sender.send })
  const token = access.users['user']?.[0]?.token ?? ''
  expect(await records.seed({ Note: { una: [{ title: 'a' }, { title: 'b' }] } }, () => token)).toMatchObject({
    kind: 'seeded',
  })
  expect(await una.entities['Note']?.list()).toHaveLength(3)
  expect(await records.clear()).toEqual([])
  expect(await una.entities['Note']?.list()).toMatchObject([{ title: 'not of the run' }])
  await found(backend)
  expect(await una.entities['Note']?.list()).toEqual([])
})

test('being closed, it is gone', async () => {
  const { backend } = await started()
  await backend.close()
  await expect(fetch(backend.url)).rejects.toThrow('fetch failed')
})

test('a port that is taken is said', async () => {
  const { backend } = await started()
  const options = { functions: join(folderWith(files), 'functions'), deskUrl: 'http://127.0.0.1:1', key: 'k' }
  const again = startTinyBackend({ ...options, port: Number(new URL(backend.url).port) })
  await expect(again).rejects.toThrow('EADDRINUSE')
})

interface Started {
  readonly backend: TinyBackend
  readonly client: (name?: string) => Promise<Base44Client>
}

async function started(): Promise<Started> {
  const deskUrl = `http://127.0.0.1:${await freePort()}`
  const functions = join(folderWith(files), 'functions')
  const backend = await startTinyBackend({ functions, deskUrl, key: 'the-key', secrets: { GREETING: 'hello' } })
  onTestFinished(() => backend.close())
  const client = async (name?: string): Promise<Base44Client> => {
    const token = name === undefined ? undefined : await tokenOf(backend, name)
    return createClient({ serverUrl: backend.url, appId: 'tiny-app', ...(token !== undefined && { token }) })
  }
  return { backend, client }
}

async function found({ url }: TinyBackend): Promise<RunningBackend> {
  const running = await findBackend({
    spec: url,
    environment: {},
    desk: { host: '127.0.0.1', port: 1 },
    say: () => {},
  })
  onTestFinished(() => running.stop())
  return running
}

async function tokenOf({ url }: TinyBackend, name: string): Promise<string> {
  const answer = await fetch(`${url}/.well-known/base44-conformance`)
  const { users } = (await answer.json()) as { users: Record<string, { email: string; token: string }[]> }
  const user = Object.values(users)
    .flat()
    .find(({ email }) => email.startsWith(`${name}@`))
  return user?.token ?? ''
}
