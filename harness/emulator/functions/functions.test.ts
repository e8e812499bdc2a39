import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serveProject, type ServedProject } from './fixtures/serve-project.ts'

// Functions in real processes of Deno, called over the wire.

const echo = `Deno.serve(async (request) => Response.json({
  method: request.method, url: request.url, headers: [...request.headers], body: [...new Uint8Array(await request.arrayBuffer())],
}))`
const files = {
  'functions/echo/entry.ts': echo,
  'functions/orders/process/entry.js': `Deno.serve({ port: 1 }, () => new Response('nested'))`,
  'functions/folder/function.jsonc': '{ "name": "named", "entry": "main.ts" } // by hand',
  'functions/folder/main.ts': `export default (request: Request) => new Response(request.method)`,
  'functions/fetches/entry.ts': `export default { fetch: () => new Response('fetched') }`,
  'functions/secret/entry.ts': `import { secrets } from 'base44:runtime'
Deno.serve(() => Response.json([Deno.env.get('KEY'), secrets.get('KEY'), Deno.env.get('EMULATOR_MARK') ?? null]))`,
  'functions/throws/entry.ts': `Deno.serve(() => { throw new Error('told at the terminal') })`,
  'functions/broken/entry.ts': 'Deno.serve((',
  'functions/nothing/entry.ts': 'export const a = 1',
  'functions/ends/entry.ts': `Deno.serve(() => Deno.exit(3))`,
  'functions/ends-late/entry.ts': `Deno.serve(() => new Response(new ReadableStream({
  start(body) { body.enqueue(new TextEncoder().encode('half')); setTimeout(() => Deno.exit(3), 50) } })))`,
  'functions/hangs/entry.ts': `Deno.serve((request) => {
  request.signal.addEventListener('abort', () => console.log('the caller hung up'))
  console.log('called')
  return new Promise(() => {})
})`,
  'functions/stuck/entry.ts': 'Deno.serve(() => { for (;;); })',
  'functions/writes/entry.ts': `console.log('loaded'); Deno.serve(() => { console.error('called'); return new Response() })`,
  'functions/counts/entry.ts': 'let calls = 0; Deno.serve(() => new Response(String(++calls)))',
}

let app: ServedProject
beforeAll(async () => (app = await serveProject(files, { secrets: { KEY: 'from a flag' }, functionTimeoutMs: 1500 })))
afterAll(() => app.close())

test.each([
  ['/functions/orders/process', 200, 'nested'],
  ['/api/functions/named', 200, 'POST'],
  ['/api/apps/app/functions/fetches', 200, 'fetched'],
  ['/functions/secret', 200, '["from a flag","from a flag",null]'],
  ['/functions/throws', 500, '{"error":"Internal Server Error","message":"The function threw an error."}'],
  ['/functions/broken', 500, expect.stringContaining('The function broken does not load;')],
  ['/functions/nothing', 500, expect.stringContaining('The function nothing serves nothing:')],
  ['/functions/ends', 502, expect.stringContaining('The function ends ended, or broke')],
  ['/functions/stuck', 504, expect.stringContaining('The function stuck gave no answer within 1.5 s.')],
  ['/functions/none', 404, expect.stringContaining('There is no function at /none.')],
  ['/functions/folder', 404, expect.stringContaining('There is no function')],
  ['/api/apps/another/functions/echo', 404, expect.stringContaining('There is no app')],
])('%s is answered with %i', async (path, status, text) => {
  expect(await app.call(path)).toMatchObject({ status, text })
})

test('a request reaches the function as it came, but for what only the platform says', async () => {
  const headers = { 'x-many': 'a, b', 'base44-app-id': 'forged', 'Base44-Service-Authorization': 'forged' }
  const body = Uint8Array.from({ length: 300_000 }, (_, at) => at)
  const { text } = await app.call('/functions/echo/a%2Fb//c?x=1&x=%2F', { method: 'PUT', headers, body })
  const seen = JSON.parse(text) as { method: string; url: string; headers: [string, string][]; body: number[] }
  expect([seen.method, seen.url]).toEqual(['PUT', `${app.url}/echo/a%2Fb//c?x=1&x=%2F`])
  expect(Uint8Array.from(seen.body)).toEqual(body)
  const told = new Headers(seen.headers)
  expect(told.get('x-many')).toBe('a, b')
  expect(told.get('base44-app-id')).toBe('app')
  expect(told.get('base44-api-url')).toBe(app.url)
  const token = /^Bearer (\S+)$/.exec(told.get('base44-service-authorization') ?? '')?.[1] ?? ''
  expect(await app.app.tokens.callerOf(token)).toEqual({ kind: 'service' })
})

test('an answer that breaks off does not look whole', async () => {
  await expect(app.call('/functions/ends-late')).rejects.toThrow('terminated')
})

test('a caller that hangs up is seen by the function', async () => {
  const leaving = new AbortController()
  const called = app.call('/functions/hangs', { signal: leaving.signal }).catch(() => undefined)
  await vi.waitFor(() => expect(app.said).toContainEqual({ from: 'functions/hangs', level: 'info', text: 'called' }))
  leaving.abort()
  await called
  const heard = { from: 'functions/hangs', level: 'info', text: 'the caller hung up' }
  await vi.waitFor(() => expect(app.said).toContainEqual(heard))
})

test('what functions write is told line by line, and so is each request', async () => {
  await app.call('/functions/writes?token=hush')
  const told = (text: string, level = 'info') => ({ from: 'functions/writes', level, text })
  await vi.waitFor(() => expect(app.said).toEqual(expect.arrayContaining([told('loaded'), told('called', 'error')])))
  expect(app.said.filter(({ from }) => from === 'requests').map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^POST \/functions\/writes 200 \d+ ms$/),
  )
  expect(JSON.stringify(app.said)).not.toContain('hush')
})

test('a function stays warm, and starts anew when a file of it, or one that it may import, has changed', async () => {
  const count = async () => (await app.call('/functions/counts')).text
  expect([await count(), await count()]).toEqual(['1', '2'])
  app.write({ 'functions/echo/aside.ts': '1' })
  await setTimeout(200)
  expect(await count()).toBe('3')
  for (const path of ['functions/counts/entry.ts', 'functions/shared.ts', 'shared/all.ts']) {
    await count()
    app.write({ [path]: `${files['functions/counts/entry.ts']} // ${path}` })
    await vi.waitFor(async () => expect(await count()).toBe('1'), 3000)
  }
})

test('a function that is written while the project is served is there', async () => {
  app.write({ 'functions/new/entry.ts': `Deno.serve(() => new Response('new'))` })
  await vi.waitFor(async () => expect((await app.call('/functions/new')).text).toBe('new'), 3000)
  app.write({ 'functions/new/function.jsonc': '{ "name": ' })
  await vi.waitFor(() => expect(app.problems).toMatchObject([{ doing: 'read a function', place: { line: 1 } }]), 3000)
})

test('a page of this machine may ask, whatever the function knows of it; its own OPTIONS are the function’s', async () => {
  const origin = 'http://localhost:5173'
  const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-app-id' }
  const preflight = await app.call('/functions/throws', { method: 'OPTIONS', headers: asked })
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'x-app-id'])
  const { status, text, headers } = await app.call('/functions/named', { method: 'OPTIONS', headers: { origin } })
  expect([status, text, headers.get('access-control-allow-origin')]).toEqual([200, 'OPTIONS', origin])
  const elsewhere = await app.call('/functions/named', { headers: { origin: 'https://example.com' } })
  expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull()
})
