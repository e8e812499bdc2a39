import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openManners } from './manners.ts'
import { realClock } from './real-clock.ts'
import type { Reach } from './route.ts'
import { openSender, type Answered, type SenderLimits } from './sender.ts'
import { whyNotReached } from './why-not-reached.ts'

// Raw HTTP to a backend on loopback: every way there, and what stands in the way.

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const ca = fixture('authority.pem')
const identity = { cert: fixture('localhost.pem'), key: fixture('localhost.key.pem') }

test.each([
  ['an address', '127.0.0.1', ''],
  ['a name', 'localhost', ''],
  ['IPv6', '[::1]', ''],
  ['a prefix', '127.0.0.1', '/apps/one'],
])('%s', async (_, host, prefix) => {
  const port = await listening(http.createServer(echo), host.replace(/^\[|\]$/g, ''))
  const answer = await ask({ url: `http://${host}:${port}${prefix}` })
  expect(answer.json).toEqual({
    method: 'POST',
    target: `${prefix}/x%2Fy?a=1`,
    host: `${host}:${port}`,
    body: '{"n":1}',
  })
})

test('an authority of the user’s own is believed where it is named', async () => {
  const port = await listening(https.createServer(identity, echo), '127.0.0.1')
  const { status } = await ask({ url: `https://127.0.0.1:${port}`, ca })
  expect(status).toBe(200)
  expect(await failure({ url: `https://127.0.0.1:${port}` })).toContain(
    'an authority that is not known here. Name the file',
  )
})

test('through a proxy: without TLS by the whole address, with TLS by a tunnel', async () => {
  const plain = await listening(http.createServer(echo), '127.0.0.1')
  const secure = await listening(https.createServer(identity, echo), '127.0.0.1')
  const seen: string[] = []
  const proxy = `http://me:sesame@127.0.0.1:${await listening(proxyServer(seen), '127.0.0.1')}`
  const first = await ask({ url: `http://127.0.0.1:${plain}`, proxy })
  const second = await ask({ url: `https://127.0.0.1:${secure}`, ca, proxy })
  const login = `Basic ${btoa('me:sesame')}`
  expect(seen).toEqual([`POST http://127.0.0.1:${plain}/x%2Fy?a=1 ${login}`, `CONNECT 127.0.0.1:${secure} ${login}`])
  expect(first.json).toMatchObject({ host: `127.0.0.1:${plain}` })
  expect(second.json).toMatchObject({ target: '/x%2Fy?a=1' })
})

test('a redirect is not followed', async () => {
  const port = await listening(
    http.createServer((_, response) => response.writeHead(302, { location: '/elsewhere' }).end()),
    '127.0.0.1',
  )
  expect((await ask({ url: `http://127.0.0.1:${port}` })).status).toBe(302)
})

test('asked for patience, it is sent again, five times at most', async () => {
  let calls = 0
  const port = await listening(
    http.createServer((_, response) => response.writeHead(++calls < 3 ? 429 : 200, { 'retry-after': '0' }).end()),
    '127.0.0.1',
  )
  expect({ status: (await ask({ url: `http://127.0.0.1:${port}` })).status, calls }).toEqual({ status: 200, calls: 3 })
  const stubborn = await listening(
    http.createServer((_, response) => {
      calls++
      response.writeHead(503, { 'retry-after': '0' }).end()
    }),
    '127.0.0.1',
  )
  calls = 0
  expect({ status: (await ask({ url: `http://127.0.0.1:${stubborn}` })).status, calls }).toEqual({
    status: 503,
    calls: 5,
  })
})

test.each<[what: string, answer: http.RequestListener, said: string]>([
  ['hangs up', (request) => request.socket.destroy(), 'it hung up without an answer'],
  ['hangs up in the middle', half, 'it hung up without an answer'],
  ['says nothing', () => {}, 'it gave no whole answer'],
  ['goes on for ever', (_, response) => response.end('x'.repeat(5000)), 'it answered with more than is read'],
  ['speaks no HTTP', (request) => request.socket.end('SSH-2.0\r\n\r\n'), 'what listens there speaks no HTTP'],
])('a backend that %s', async (_, answer, said) => {
  const port = await listening(http.createServer(answer), '127.0.0.1')
  expect(await failure({ url: `http://127.0.0.1:${port}` }, { milliseconds: 300, bytes: 1000 })).toContain(said)
})

test('nobody there, and no proxy there', async () => {
  const port = await listening(http.createServer(echo), '127.0.0.1', { closed: true })
  const url = `https://127.0.0.1:${port}`
  expect(await failure({ url })).toBe('nothing listens there. Start it, or check the port.')
  expect(await failure({ url, proxy: `http://127.0.0.1:${port}` })).toContain('its proxy cannot be reached: nothing')
})

test('a proxy that lets nobody through', async () => {
  const refusing = http.createServer().on('connect', (_, socket) => socket.end('HTTP/1.1 407 No\r\n\r\n'))
  const proxy = `http://127.0.0.1:${await listening(refusing, '127.0.0.1')}`
  expect(await failure({ url: 'https://127.0.0.1:1', proxy })).toContain('its proxy lets nobody through')
})

test('interrupted, it stops', async () => {
  const port = await listening(http.createServer(), '127.0.0.1')
  const controller = new AbortController()
  const asked = ask({ url: `http://127.0.0.1:${port}` }, undefined, controller.signal)
  controller.abort()
  await expect(asked).rejects.toThrow('aborted')
})

async function ask(reach: Reach, limits?: SenderLimits, signal?: AbortSignal): Promise<Answered> {
  const manners = openManners({ clock: realClock, say: () => {} })
  const sender = openSender({ reach, manners, signal, ...(limits && { limits }) })
  onTestFinished(() => sender.close())
  return sender.send({ method: 'POST', path: '/x%2Fy?a=1', json: { n: 1 } })
}

function failure(reach: Reach, limits?: SenderLimits): Promise<string> {
  return ask(reach, limits).then(() => 'it answered', whyNotReached)
}

function echo(request: http.IncomingMessage, response: http.ServerResponse): void {
  let body = ''
  request.on('data', (piece: Buffer) => (body += piece.toString()))
  request.on('end', () => {
    const { method, url: target, headers } = request
    response.end(JSON.stringify({ method, target, host: headers.host, body }))
  })
}

function half(request: http.IncomingMessage, response: http.ServerResponse): void {
  response.writeHead(200, { 'content-length': '100' })
  response.write('half', () => request.socket.destroy())
}

/** Notes who comes, and passes on what comes. */
function proxyServer(seen: string[]): http.Server {
  const note = ({ method, url, headers }: http.IncomingMessage): void =>
    void seen.push(`${method} ${url} ${headers['proxy-authorization']}`)
  const server = http.createServer((request, response) => {
    note(request)
    const { method = '', url = '', headers } = request
    request.pipe(http.request(url, { method, headers }, (answer) => answer.pipe(response)))
  })
  return server.on('connect', (request, socket) => {
    note(request)
    const [host = '', port] = (request.url ?? '').split(':')
    const far = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      far.pipe(socket).pipe(far)
    })
    far.on('error', () => socket.destroy())
    socket.on('error', () => far.destroy())
  })
}

async function listening(
  server: http.Server | https.Server,
  host: string,
  { closed = false }: { closed?: boolean } = {},
): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  if (closed) close()
  else onTestFinished(close)
  return port
}
