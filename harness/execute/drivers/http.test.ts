import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Encoded, EncodedObject } from '../../model/value.ts'
import { createLockstep } from '../stage/lockstep.ts'
import { performing } from './fixtures/performing.ts'
import { serve, type Asked } from './fixtures/serve.ts'
import type { Performed } from './performance.ts'

// Raw requests against a plain server of Node: what goes out is what is written, and what comes back is told as it came.

const bindings = {
  wire: { invoke: '/api/apps/a1/functions' },
  name: 'orders/ä b?#%2F',
  root: 'invoke',
  query: { text: 'a=%20b&c', values: { ü: ['1', 'x y'] } },
  gone: { $value: 'undefined' },
}

async function sent(request: Record<string, unknown>): Promise<Asked> {
  const { url, asked } = await serve((response) => response.end())
  await performing({ step: { kind: 'http', request }, serverUrl: url, bindings })
  return asked[0] as Asked
}

function named({ rawHeaders }: Asked): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 0)
}

test.each<[what: string, request: Record<string, unknown>, target: string]>([
  ['as it is written', { path: '/a%2Fb/../c//d?e=f' }, '/a%2Fb/../c//d?e=f'],
  [
    'what a name stands for is encoded between its slashes',
    { path: '${wire.invoke}/${name}' },
    '/api/apps/a1/functions/orders/%C3%A4%20b%3F%23%252F',
  ],
  ['on a path of wire.yaml', { at: 'invoke', path: '/f%2Fg' }, '/api/apps/a1/functions/f%2Fg'],
  [
    'on the one that a row names',
    { at: '${root}', path: '/${name}' },
    '/api/apps/a1/functions/orders/%C3%A4%20b%3F%23%252F',
  ],
  ['a query by names', { path: '/f', query: '${query.values}' }, '/f?%C3%BC=1&%C3%BC=x%20y'],
  ['a query as text', { path: '/f', query: '${query.text}' }, '/f?a=%20b&c'],
  ['a text that a request line cannot hold', { path: '/f', query: 'a=ä b' }, '/f?a=%C3%A4%20b'],
  ['nothing in the query', { path: '/f', query: { a: '${gone}' } }, '/f'],
])('the target: %s', async (_, request, target) => {
  expect((await sent(request)).target).toBe(target)
})

test('no header is added but what HTTP/1.1 needs, and those that are written keep their case', async () => {
  expect(named(await sent({ path: '/' }))).toEqual(['host'])
  expect(named(await sent({ method: 'POST', path: '/' }))).toEqual(['host', 'content-length'])
  expect(named(await sent({ method: 'PUT', path: '/', text: 'x' }))).toEqual(['host', 'content-length'])
  const own = { 'X-One': ['1', '2'], x2: '${gone}', HOST: 'other', Cookie: 'a=b', $$n: 7 }
  expect((await sent({ path: '/', headers: own })).rawHeaders).toEqual([
    'X-One',
    '1',
    'X-One',
    '2',
    'HOST',
    'other',
    'Cookie',
    'a=b',
    '$n',
    '7',
  ])
})

test.each<[what: string, body: Record<string, Encoded>, type: string | undefined, bytes: string]>([
  ['json', { json: { $$a: [1, { $value: 'undefined' }], b: null } }, 'application/json', '{"$a":[1,null],"b":null}'],
  ['text', { text: 'ä${name}' }, undefined, 'äorders/ä b?#%2F'],
  ['bytes in base64', { bytes: 'AP8=' }, undefined, '\0\xff'],
  ['bytes', { bytes: { $bytes: new Uint8Array([255]) } }, undefined, '\xff'],
])('a body of %s', async (_, body, type, bytes) => {
  const asked = await sent({ method: 'POST', path: '/', ...body })
  expect(asked.rawHeaders.indexOf('content-type') < 0).toBe(type === undefined)
  if (type !== undefined) expect(asked.rawHeaders).toContain(type)
  expect(asked.body).toEqual(Buffer.from(bytes, /\xff/.test(bytes) ? 'latin1' : 'utf8'))
})

test('a type that is written is the type of the body, and a form is multipart', async () => {
  const asked = await sent({ method: 'POST', path: '/', headers: { 'Content-Type': 'text/x' }, json: 1 })
  expect(named(asked)).toEqual(['host', 'content-length', 'Content-Type'])
  const file = { $file: { name: 'a.txt', type: 'text/plain', text: 'hi' } }
  const { rawHeaders, body } = await sent({ method: 'POST', path: '/', form: { a: ['1', '2'], file } })
  const type = rawHeaders[rawHeaders.indexOf('content-type') + 1] ?? ''
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  expect([form.getAll('a'), (form.get('file') as File).name]).toEqual([['1', '2'], 'a.txt'])
})

function valueOf({ outcome }: Performed): EncodedObject {
  if (outcome.kind !== 'resolved') throw new Error(`it ${outcome.kind}`)
  return (outcome.value as { $response: EncodedObject }).$response
}

const get = { kind: 'http', request: { path: '/x' } }

test('an answer is told as a native Response is, redirects and errors too, byte for byte and not decoded', async () => {
  const { url, open } = await serve((response) => {
    response.writeHead(
      302,
      [
        ['Location', '/y'],
        ['X-A', '1'],
        ['x-a', '2'],
        ['content-encoding', 'gzip'],
      ].flat(),
    )
    response.end(Buffer.from([0, 255]))
  })
  const answer = valueOf(await performing({ step: get, serverUrl: `${url}/prefix/` }))
  expect(answer).toMatchObject({ class: ['Response'], status: 302, ok: false, redirected: false })
  expect(answer['headers']).toMatchObject({ location: '/y', 'x-a': '1, 2', 'content-encoding': 'gzip' })
  expect(answer['bytes']).toEqual(Buffer.from([0, 255]))
  await expect.poll(open).toBe(0)
})

test.each([204, 205, 304])('a %i has an empty body', async (status) => {
  const { url } = await serve((response) => response.writeHead(status).end())
  expect(valueOf(await performing({ step: get, serverUrl: url }))).toMatchObject({ status, bytes: Buffer.alloc(0) })
})

test('the text arrives chunk by chunk, in lockstep with whoever writes it', async () => {
  const lockstep = createLockstep()
  const { url } = await serve((response) => {
    void (async () => {
      for (const chunk of ['one', 'ä', 'three']) {
        response.write(chunk)
        await lockstep.written(Buffer.byteLength(chunk))
      }
      response.end()
    })()
  })
  const performed = await performing({ step: get, serverUrl: url, lockstep })
  expect(performed.streamed).toEqual(['one', 'ä', 'three'])
})

test('a body that breaks off is there without its end', async () => {
  const { url } = await serve((response) => {
    response.writeHead(200, { 'content-length': 10 })
    response.write('half', () => response.socket?.resetAndDestroy())
  })
  const answer = valueOf(await performing({ step: get, serverUrl: url }))
  expect([answer['status'], answer['bytes'], typeof answer['failed']]).toEqual([200, undefined, 'string'])
})

test('a body without end is not read to its end', async () => {
  const { url } = await serve((response) => {
    const chunk = Buffer.alloc(8 * 1024 * 1024)
    const more = (): void => void (response.destroyed ? undefined : response.write(chunk, more))
    more()
  })
  expect(valueOf(await performing({ step: get, serverUrl: url }))).toMatchObject({ failed: 'TooLarge' })
})

test('where no answer comes the step rejects, and it hangs no longer than it may', async () => {
  const refused = await listening(createServer((socket) => socket.end('this is not HTTP\r\n\r\n')))
  expect((await performing({ step: get, serverUrl: refused })).outcome).toMatchObject({
    kind: 'rejected',
    error: { $error: { code: expect.stringMatching(/^HPE_/) as string } },
  })
  const { url, open } = await serve(() => undefined)
  expect((await performing({ step: get, serverUrl: url, limitMs: 50 })).outcome).toEqual({
    kind: 'timed-out',
    limitMs: 50,
  })
  await expect.poll(open).toBe(0)
  expect((await performing({ step: get, serverUrl: 'http://127.0.0.1:1' })).outcome).toMatchObject({
    kind: 'rejected',
    error: { $error: { code: 'ECONNREFUSED' } },
  })
})

function listening(server: Server): Promise<string> {
  onTestFinished(() => void server.close())
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}
