import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signatureOf } from '../../harness/execute/desk/signature.ts'
import { serveFunction, type Served } from './serve.ts'

// The guest, run by Deno as a backend would, with a small platform that the SDK in it calls back.

const key = 'key-of-the-run'
const asked: { method: string | undefined; url: string | undefined; authorization: string | undefined }[] = []
let platform: Server
let api: string
let guest: Served

beforeAll(async () => {
  platform = createServer((request, response) => {
    const { method, url = '', headers } = request
    asked.push({ method, url, authorization: headers.authorization })
    const [status, body] = answerTo(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve))
  api = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`
  const entry = fileURLToPath(new URL('../app/base44/functions/guest/entry.ts', import.meta.url))
  guest = await serveFunction(entry, { CONFORMANCE_KEY: key })
}, 120_000)
afterAll(async () => {
  await guest.stop()
  platform.close()
})

function answerTo({ url = '', headers }: IncomingMessage): [number, unknown] {
  if (url.endsWith('/entities/User/me')) return [200, { email: 'alice@example.com' }]
  if (url.includes('/entities/Note')) return [200, [{ title: String(headers.authorization) }]]
  if (url.endsWith('/functions/works')) return [200, { done: true }]
  return [418, { message: 'a teapot', detail: { $gt: 3 } }]
}

interface Step {
  readonly id?: string
  readonly issued?: number
  readonly action?: 'call' | 'read'
  readonly path?: string
  readonly args?: readonly unknown[]
}

let count = 0
function stepText(step: Step): string {
  const whole = { id: `step-${count++}`, issued: Date.now(), action: 'call', path: 'auth.me', args: [], ...step }
  return JSON.stringify(whole)
}

async function post(body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
  const response = await fetch(guest.url, {
    method: 'POST',
    headers: {
      'base44-app-id': 'app-1',
      'base44-api-url': api,
      authorization: 'Bearer user-token',
      'base44-service-authorization': 'Bearer service-token',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

function signed(step: Step): { step: string; signature: string } {
  const text = stepText(step)
  return { step: text, signature: signatureOf(key, text) }
}

test.each<[string, Step, unknown]>([
  ['as the caller', {}, { kind: 'resolved', value: { email: 'alice@example.com' } }],
  [
    'entities as the caller',
    { path: 'entities.Note.list' },
    { kind: 'resolved', value: [{ title: 'Bearer user-token' }] },
  ],
  [
    'as the service role',
    { path: 'asServiceRole.entities.Note.list' },
    { kind: 'resolved', value: [{ title: 'Bearer service-token' }] },
  ],
  [
    'reading',
    { action: 'read', path: 'asServiceRole' },
    { kind: 'returned', value: { $instance: { class: [], own: {} } } },
  ],
  ['reading nothing', { action: 'read', path: 'nothing' }, { kind: 'returned', value: { $value: 'undefined' } }],
  ['what returns at once', { path: 'cleanup' }, { kind: 'returned', value: { $value: 'undefined' } }],
  [
    'what is no function',
    { path: 'auth.nothing' },
    {
      kind: 'threw',
      error: { $error: { class: ['TypeError', 'Error'], name: 'TypeError', message: 'auth.nothing is no function' } },
    },
  ],
])('a signed step acts: %s', async (_, step, outcome) => {
  expect(await post(signed(step))).toEqual({ status: 200, body: { outcome } })
})

test('arguments travel, and an error comes back as data', async () => {
  const { body } = await post(signed({ path: 'entities.Other.filter', args: [{ a: 1 }, '-x', 3] }))
  expect(decodeURIComponent(asked.at(-1)?.url ?? '')).toContain('/entities/Other?q={"a":1}&sort=-x&limit=3')
  expect(body).toMatchObject({
    outcome: {
      kind: 'rejected',
      error: { $error: { name: 'Base44Error', status: 418, message: 'a teapot', data: { detail: { $$gt: 3 } } } },
    },
  })
})

test('the raw axios response and a native one come back as data', async () => {
  const invoked = await post(signed({ path: 'functions.invoke', args: ['works', {}] }))
  expect(invoked.body).toMatchObject({ outcome: { kind: 'resolved', value: { status: 200, data: { done: true } } } })
  const fetched = await post(signed({ path: 'functions.fetch', args: ['/x'] }))
  const bytes = Buffer.from('{"message":"a teapot","detail":{"$gt":3}}').toString('base64')
  expect(fetched.body).toMatchObject({ outcome: { kind: 'resolved', value: { $response: { status: 418, bytes } } } })
})

test('without a service token asServiceRole throws, and so does a request of no app', async () => {
  const without = await post(signed({ path: 'asServiceRole.entities.Note.list' }), {
    'base44-service-authorization': '',
  })
  expect(without.body).toMatchObject({ outcome: { kind: 'threw', error: { $error: { class: ['Error'] } } } })
  const nowhere = await post(signed({}), { 'base44-app-id': '' })
  expect(nowhere.body).toMatchObject({ outcome: { kind: 'threw', error: { $error: { class: ['Error'] } } } })
})

const minutes = 60_000
const good = signed({ id: 'altered' })

test.each<[string, unknown, string]>([
  ['nothing', '', 'not signed'],
  ['null', 'null', 'not signed'],
  ['what is no JSON', '{', 'not signed'],
  ['a step alone', { step: stepText({}) }, 'not signed'],
  ['a step that is no text', { step: {}, signature: 'a' }, 'not signed'],
  ['no signature', { step: stepText({}), signature: '' }, 'does not fit'],
  ['another key', { step: good.step, signature: signatureOf('another', good.step) }, 'does not fit'],
  ['no key', { step: good.step, signature: signatureOf('', good.step) }, 'does not fit'],
  ['half a signature', { ...good, signature: good.signature.slice(0, 32) }, 'does not fit'],
  ['the signature of another step', { ...good, signature: signed({}).signature }, 'does not fit'],
  ['another path', { ...good, step: good.step.replace('auth.me', 'auth.logout') }, 'does not fit'],
  ['another time', { ...good, step: good.step.replace(/"issued":\d/, '"issued":9') }, 'does not fit'],
  ['a step of six minutes ago', signed({ issued: Date.now() - 6 * minutes }), 'last five minutes'],
  ['a step of tomorrow', signed({ issued: Date.now() + 6 * minutes }), 'last five minutes'],
  ['a step of no time', signed({ issued: 'now' as unknown as number }), 'last five minutes'],
])('403, and nothing is called: %s', async (_, body, sentence) => {
  const before = asked.length
  expect(await post(body)).toEqual({ status: 403, body: { message: expect.stringContaining(sentence) } })
  expect(asked.length).toBe(before)
})

test('403 the second time: a step acts once, also where two come at once', async () => {
  const step = signed({})
  expect((await post(step)).status).toBe(200)
  expect(await post(step)).toEqual({ status: 403, body: { message: 'the step was acted on already' } })
  const twice = signed({})
  const statuses = await Promise.all([post(twice), post(twice)])
  expect(statuses.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 403])
})

test('without a key in its secrets it acts on nothing', async () => {
  const entry = fileURLToPath(new URL('../app/base44/functions/guest/entry.ts', import.meta.url))
  const keyless = await serveFunction(entry, {})
  const text = stepText({})
  const body = JSON.stringify({ step: text, signature: signatureOf('', text) })
  const response = await fetch(keyless.url, { method: 'POST', body }).finally(() => keyless.stop())
  expect(response.status).toBe(403)
})
