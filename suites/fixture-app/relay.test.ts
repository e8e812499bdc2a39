import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as send, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDesk, type Desk, type DeskAnswer } from '../../harness/execute/desk/desk.ts'
import { createLockstep } from '../../harness/execute/stage/lockstep.ts'
import type { Refusal } from '../../harness/execute/desk/read-envelope.ts'
import { fixtureFiles } from '../../harness/load/fixture-files.ts'
import type { Answer } from '../../harness/model/world.ts'
import { serveFunction, type Served } from './serve.ts'

// One relayed function, run by Deno as a backend would, with the desk of a run behind it.

const name = 'prüfen'
const key = 'key-of-the-run'
const folder = mkdtempSync(join(tmpdir(), 'relay-'))
const refusals: Refusal[] = []
const ok: Answer = { status: 200, headers: [], body: Buffer.from('') }
let reply: DeskAnswer | (() => DeskAnswer) = { answer: ok }
let desk: Desk
let served: Served

beforeAll(async () => {
  desk = await openDesk({
    address: { host: '127.0.0.1', port: 0 },
    key,
    onRequest: () => (typeof reply === 'function' ? reply() : reply),
    onRefusal: (refusal) => refusals.push(refusal),
  })
  // With a slash at its end, as somebody may write it.
  served = await serveRelay({ CONFORMANCE_DESK_URL: `${desk.url}/`, CONFORMANCE_KEY: key })
}, 120_000)
beforeEach(() => {
  desk.requests.length = 0
  refusals.length = 0
  reply = { answer: ok }
})
afterAll(async () => {
  await served.stop()
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const everyByte = Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const large = Buffer.alloc(5 * 2 ** 20, everyByte)

test.each([
  ['every byte', everyByte],
  ['nothing', Buffer.alloc(0)],
  ['a line end', Buffer.from('\r\n')],
  ['5 MB', large],
  ['text with a byte order mark', Buffer.from('\ufeff{"a": "ä€🚀"}')],
])('%s comes through unchanged, there and back', async (_, body) => {
  reply = { answer: { ...ok, body } }
  const answer = await ask({ method: 'POST', body })
  expect(Buffer.compare(answer.body, body)).toBe(0)
  expect(Buffer.compare(desk.requests[0]?.request.body ?? Buffer.from('none'), body)).toBe(0)
})

test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s is told', async (method) => {
  reply = { answer: { ...ok, body: Buffer.from('hello') } }
  const answer = await ask({ method })
  expect(desk.requests.map(({ request }) => request.method)).toEqual([method])
  expect(answer.body.toString()).toBe(method === 'HEAD' ? '' : 'hello')
})

test.each(Array.from({ length: 400 }, (_, index) => 200 + index))('status %i', async (status) => {
  reply = { answer: { ...ok, status, headers: [['x-a', 'b']], body: Buffer.from('body') } }
  // Deno gives a 205 no length, so only the end of the connection ends it.
  const answer = await ask(status === 205 ? { headers: { connection: 'close' } } : {})
  expect(answer).toMatchObject({ status, headers: { 'x-a': 'b' } })
  expect(answer.body.toString()).toBe([204, 205, 304].includes(status) ? '' : 'body')
})

test('the desk sees the name, the address and the headers as the function saw them', async () => {
  // Deno itself answers 400 to headers of more than 64 KB.
  const headers = { 'X-Mixed': 'a', 'x-latin': 'é', 'x-empty': '', authorization: `Bearer ${'t'.repeat(50_000)}` }
  await ask({ path: '/a%2Fb/../%C3%A4%20c?x=%zz&x=1&y', headers })
  const [handed] = desk.requests
  expect(handed).toMatchObject({ function: name, revision: 1, aborted: false })
  expect(handed?.request).toMatchObject({ origin: served.url, target: '/a%2Fb/../%C3%A4%20c?x=%zz&x=1&y' })
  const told = Object.fromEntries(handed?.request.headers ?? [])
  expect(told).toMatchObject({ 'x-mixed': 'a', 'x-latin': 'é', 'x-empty': '', authorization: headers.authorization })
})

test('headers of the answer: repeated ones apart, values as they are, no type where none is given', async () => {
  const headers = [['set-cookie', 'a=1; Path=/'], ['set-cookie', 'b=2'], ['x-latin', 'é, ü'], ['x-empty', '']] as const // prettier-ignore
  reply = { answer: { ...ok, headers, body: Buffer.from('x') } }
  const answer = await ask({ headers: { 'accept-encoding': 'gzip, br' } })
  expect(answer.headers).toMatchObject({ 'set-cookie': ['a=1; Path=/', 'b=2'], 'x-latin': 'é, ü', 'x-empty': '' })
  expect(answer.headers).not.toHaveProperty('content-type')
  expect(answer.headers).not.toHaveProperty('content-encoding')
})

test('a multipart body is taken apart at the desk', async () => {
  const form = new FormData()
  form.append('file', new File([everyByte], 'ä.bin', { type: 'image/png' }))
  await fetch(served.url, { method: 'POST', body: form })
  const bytes = new Uint8Array(everyByte)
  expect(desk.requests[0]?.request.form).toEqual([['file', { $file: { name: 'ä.bin', type: 'image/png', bytes } }]])
})

test.each(['text/event-stream', 'application/json'])('%s streams: each chunk before the next exists', async (type) => {
  const lockstep = createLockstep()
  const chunks = ['data: one\n\n', 'ä', 'three'].map((chunk) => Buffer.from(chunk))
  reply = { answer: { ...ok, headers: [['content-type', type]], chunks }, lockstep }
  const response = await fetch(served.url, { headers: { 'accept-encoding': 'gzip' } })
  const seen: string[] = []
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    seen.push(Buffer.from(chunk).toString())
    lockstep.took(chunk.length)
  }
  expect(seen).toEqual(['data: one\n\n', 'ä', 'three'])
})

test('a body that streams in is handed over as it comes', async () => {
  const body = new ReadableStream({
    start(controller) {
      for (const part of ['one', 'two']) controller.enqueue(Buffer.from(part))
      controller.close()
    },
  })
  await fetch(served.url, { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect(desk.requests[0]?.request.body.toString()).toBe('onetwo')
})

test('throws: the function throws, and the platform answers', async () => {
  reply = { answer: { ...ok, fault: 'throws' } }
  expect(await ask({})).toMatchObject({ status: 500 })
  expect(served.output()).toContain('the fixture function throws, as the desk told it to')
  reply = { answer: ok }
  expect(await ask({})).toMatchObject({ status: 200 })
})

test('reset-mid-body: the body breaks off for the caller too', async () => {
  reply = { answer: { ...ok, body: Buffer.from('half'), fault: 'reset-mid-body' } }
  await expect(ask({})).rejects.toThrow('aborted')
})

test('hangs: a caller that hangs up is seen at the desk', async () => {
  const leaving = new AbortController()
  reply = () => {
    setTimeout(() => leaving.abort(), 50)
    return { answer: { ...ok, fault: 'hangs' } }
  }
  await expect(fetch(served.url, { signal: leaving.signal })).rejects.toThrow('aborted')
  await desk.settled()
  expect(desk.requests.map(({ aborted }) => aborted)).toEqual([true])
})

const misplaced: readonly (readonly [string, () => Record<string, string>, string, RegExp])[] = [
  ['another key', () => ({ CONFORMANCE_KEY: 'another' }), 'refused 403', /not the key of the run/],
  ['no key', () => ({ CONFORMANCE_KEY: '' }), 'refused 403', /not the key of the run/],
  [
    'no desk',
    () => ({ CONFORMANCE_DESK_URL: 'http://127.0.0.1:9' }),
    'unreachable',
    /http:\/\/127.0.0.1:9 was not reached/,
  ],
]

test.each(misplaced)('%s: the function says what is wrong, without the key', async (_, secrets, problem, sentence) => {
  const lost = await serveRelay({ CONFORMANCE_DESK_URL: desk.url, CONFORMANCE_KEY: key, ...secrets() })
  const answer = await ask({ url: lost.url, method: 'POST', body: large }).finally(() => lost.stop())
  expect(answer).toMatchObject({ status: 502, headers: { 'x-conformance-desk': problem } })
  expect(JSON.parse(answer.body.toString())).toEqual({ message: expect.stringMatching(sentence) })
  expect(`${answer.body.toString()}${lost.output()}`).not.toContain(key)
  expect(refusals.map((refusal) => refusal.problem)).toEqual(problem === 'unreachable' ? [] : ['key-differs'])
})

test('another revision of the app is refused, and told by the desk', async () => {
  const old = await serveRelay({ CONFORMANCE_DESK_URL: desk.url, CONFORMANCE_KEY: key }, { revision: 0 })
  const answer = await ask({ url: old.url }).finally(() => old.stop())
  expect(answer).toMatchObject({ status: 502, headers: { 'x-conformance-desk': 'refused 409' } })
  expect(refusals).toEqual([expect.objectContaining({ problem: 'other-revision', function: name, deployed: '0' })])
})

async function serveRelay(secrets: Record<string, string>, { revision = 1 } = {}): Promise<Served> {
  const app = fixtureFiles(fileURLToPath(new URL('../app', import.meta.url)))
  const text = app.find(({ path }) => path === `base44/functions/${name}/entry.ts`)?.text ?? ''
  const entry = join(folder, `revision-${revision}.ts`)
  writeFileSync(entry, text.replace('const revision = 1', `const revision = ${revision}`))
  return serveFunction(entry, secrets)
}

interface Asked {
  readonly url?: string
  readonly method?: string
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: Buffer
}

/** By node:http, which sends what it is told and shows what came. */
function ask({ url = served.url, path = '/', body, ...rest }: Asked): Promise<{
  status: number | undefined
  headers: IncomingMessage['headers']
  body: Buffer
}> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const request = send({ hostname, port, path, ...rest }, (response) => {
      const { statusCode: status, headers } = response
      buffer(response).then((body) => resolve({ status, headers, body }), reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}
