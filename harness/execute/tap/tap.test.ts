import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackendAccess } from '../../model/backend.ts'
import type { Exchange } from '../../model/exchange.ts'
import { openManners } from '../backends/manners.ts'
import type { Lent } from '../stage/lend.ts'
import { openTap, type Spoiling, type Tap } from './tap.ts'

let server: Server
let waits: number[] = []
let tap: Tap

afterEach(async () => {
  await tap.close()
  server.closeAllConnections()
  server.close()
})

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)

beforeEach(() => (waits = []))

async function open(
  behind: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  { spoiling = {}, prefix = '' }: { spoiling?: Spoiling; prefix?: string } = {},
): Promise<{ scene: Lent; exchanges: Exchange[]; origin: string }> {
  server = createServer(behind)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`
  const access: BackendAccess = { url, appId: 'app', users: {}, desk: { host: '127.0.0.1', port: 1 }, key: 'k' }
  tap = await openTap(
    access,
    openManners({ clock: { now: () => 0, wait: async (ms) => void waits.push(ms) }, say: () => undefined }),
  )
  const exchanges: Exchange[] = []
  const scene = tap.open({ clients: ['client'], exchanges, spoiling })
  return { scene, exchanges, origin: scene.origins['client'] as string }
}

function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  incoming.on('data', (piece: Buffer) => pieces.push(piece))
  return new Promise((resolve, reject) => incoming.on('end', () => resolve(Buffer.concat(pieces))).on('error', reject))
}

test('what goes through arrives as it was sent, and comes back as it was given', async () => {
  let arrived: { method?: string; url?: string; headers: string[]; body: Buffer } | undefined
  const { exchanges, origin, scene } = await open(async (incoming, outgoing) => {
    const { method, url, rawHeaders } = incoming
    arrived = { ...(method && { method }), ...(url && { url }), headers: rawHeaders, body: await bodyOf(incoming) }
    outgoing.sendDate = false
    outgoing.writeHead(207, 'Many', ['X-Two', 'a', 'X-Two', 'b', 'Content-Length', '256'])
    outgoing.end(everyByte)
  })
  const port = new URL(origin).port
  const answer = await new Promise<IncomingMessage>((resolve) =>
    request({
      port,
      method: 'PROPFIND',
      path: '/a%2Fb/../c?x=1&x=%20',
      headers: ['Host', `127.0.0.1:${port}`, 'X-Odd', 'é', 'Content-Length', '256'],
    })
      .on('response', resolve)
      .end(everyByte),
  )
  expect(arrived).toMatchObject({ method: 'PROPFIND', url: '/a%2Fb/../c?x=1&x=%20' })
  expect(arrived?.headers.join('\n')).toContain(`Host\n127.0.0.1:${port}\nX-Odd\né\ncontent-length\n256`)
  expect(new Uint8Array(arrived?.body as Buffer)).toEqual(everyByte)
  expect(answer.statusCode).toBe(207)
  expect(answer.rawHeaders.join('\n')).toContain('X-Two\na\nX-Two\nb\nContent-Length\n256')
  expect(new Uint8Array(await bodyOf(answer))).toEqual(everyByte)
  await scene.settled()
  const [exchange] = exchanges
  expect(exchange).toMatchObject({ client: 'client', seat: 'caller', aborted: false, response: { status: 207 } })
  expect(new Uint8Array(exchange?.response?.body as Uint8Array)).toEqual(everyByte)
})

test('a prefix is put before, and the host is the backend’s own', async () => {
  const { origin } = await open((incoming, outgoing) => outgoing.end(`${incoming.headers.host} ${incoming.url}`), {
    prefix: '/base',
  })
  const { port } = server.address() as AddressInfo
  expect(await (await fetch(`${origin}/api/x`)).text()).toBe(`127.0.0.1:${port} /base/api/x`)
})

test('pieces come through one by one, as they are written', async () => {
  let go = (): void => undefined
  const { origin } = await open((_, outgoing) => {
    outgoing.write('one')
    go = () => outgoing.end('two')
  })
  const reader = (await fetch(origin)).body?.getReader()
  const text = async (): Promise<string> => Buffer.from((await reader?.read())?.value ?? []).toString()
  expect(await text()).toBe('one')
  go()
  expect(await text()).toBe('two')
})

test('who hangs up is seen behind', async () => {
  let gone = (): void => undefined
  const hungUp = new Promise<void>((resolve) => (gone = resolve))
  const arrived = Promise.withResolvers<void>()
  const { origin, scene, exchanges } = await open((_, outgoing) => {
    outgoing.on('close', gone)
    arrived.resolve()
  })
  const controller = new AbortController()
  const call = fetch(origin, { signal: controller.signal })
  await arrived.promise
  controller.abort()
  await expect(call).rejects.toThrow('abort')
  await hungUp
  await scene.settled()
  expect(exchanges).toMatchObject([{ aborted: true }])
})

test.each<[string, (outgoing: ServerResponse) => void]>([
  ['before an answer', (outgoing) => outgoing.socket?.destroy()],
  ['in the middle of one', (outgoing) => void outgoing.write('half', () => outgoing.socket?.destroy())],
])('a backend that breaks off %s is told as such, and so to the caller', async (_, breakOff) => {
  const { origin, scene, exchanges } = await open((_, outgoing) => breakOff(outgoing))
  await expect(fetch(origin).then((answer) => answer.text())).rejects.toThrow(/fetch failed|terminated/)
  await scene.settled()
  expect(exchanges).toMatchObject([{ lost: true, aborted: false }])
})

test('a planted fault spoils what goes through, and what left the caller is still told', async () => {
  const spoiling: Spoiling = {
    request: (sent) => ({ ...sent, body: Buffer.from('spoilt') }),
    answer: (answer) => ({ ...answer, status: 299 }),
  }
  const { origin, exchanges, scene } = await open(
    async (incoming, outgoing) => void outgoing.end(await bodyOf(incoming)),
    { spoiling },
  )
  const answer = await fetch(origin, { method: 'POST', body: 'whole' })
  expect([answer.status, await answer.text()]).toEqual([299, 'spoilt'])
  await scene.settled()
  expect(Buffer.from(exchanges[0]?.request.body as Uint8Array).toString()).toBe('whole')
})

test('a backend that asks for patience gets it, unless its function said so', async () => {
  let calls = 0
  const { origin, exchanges, scene } = await open((incoming, outgoing) => {
    if (incoming.url === '/handled') exchanges.push({ ...(exchanges[0] as Exchange), seat: 'desk' })
    if (calls++ === 0 || incoming.url === '/handled') outgoing.writeHead(429, { 'retry-after': '0' })
    outgoing.end(String(calls))
  })
  expect(await (await fetch(origin)).text()).toBe('2')
  expect((await fetch(`${origin}/handled`)).status).toBe(429)
  expect(calls).toBe(3)
  await scene.settled()
})

test('a fault that answers instead keeps the request from the backend', async () => {
  let asked = 0
  const instead = (): ReturnType<NonNullable<Spoiling['instead']>> => ({
    status: 202,
    headers: [],
    body: Buffer.from('made up'),
  })
  const { origin, exchanges, scene } = await open(() => void asked++, { spoiling: { instead } })
  const answer = await fetch(origin)
  expect([answer.status, await answer.text(), asked]).toEqual([202, 'made up', 0])
  await scene.settled()
  expect(exchanges).toMatchObject([{ aborted: false, response: { status: 202 } }])
})

test('a fault that sends twice gives the caller the last answer', async () => {
  let asked = 0
  const { origin } = await open((_, outgoing) => void outgoing.end(`answer ${++asked}`), {
    spoiling: { times: () => 2 },
  })
  expect(await (await fetch(origin, { method: 'POST', body: 'x' })).text()).toBe('answer 2')
})

test.each([
  ['never arrives', { request: () => null }],
  ['is broken off', { answer: (answer) => ({ ...answer, fault: 'reset' as const }) }],
] satisfies [string, Spoiling][])('what %s by a fault is told as lost', async (_, spoiling) => {
  const { origin, scene, exchanges } = await open((_, outgoing) => void outgoing.end('ok'), { spoiling })
  await expect(fetch(origin)).rejects.toThrow('fetch failed')
  await scene.settled()
  expect(exchanges).toMatchObject([{ lost: true, aborted: false }])
})

test.each<[string, Spoiling['answer'], boolean]>([
  ['stays so where a fault changes something else', (answer) => ({ ...answer, status: 299 }), false],
  ['is whole where a fault completes it', ({ status, headers, body }) => ({ status, headers, body }), true],
])('an answer that breaks off %s', async (_, answer, whole) => {
  const { origin } = await open((_, outgoing) => void outgoing.write('half', () => outgoing.socket?.destroy()), {
    spoiling: { answer },
  })
  const text = fetch(origin).then((got) => got.text())
  if (whole) expect(await text).toBe('half')
  else await expect(text).rejects.toThrow('terminated')
})

test('one at a time: a request goes on when the answer to the last one has ended', async () => {
  const arrived: string[] = []
  const first = Promise.withResolvers<() => void>()
  const { origin } = await open(
    (incoming, outgoing) => {
      arrived.push(incoming.url ?? '')
      if (incoming.url === '/first') first.resolve(() => outgoing.end('first'))
      else outgoing.end('second')
    },
    { spoiling: { manner: 'one-at-a-time' } },
  )
  const slow = fetch(`${origin}/first`)
  const end = await first.promise
  const quick = fetch(`${origin}/second`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(arrived).toEqual(['/first'])
  end()
  expect([await (await slow).text(), await (await quick).text()]).toEqual(['first', 'second'])
})

test('keeps calling: who hangs up is not seen behind', async () => {
  let gone = false
  const arrived = Promise.withResolvers<void>()
  const { origin, scene } = await open(
    (_, outgoing) => {
      outgoing.on('close', () => (gone = true))
      arrived.resolve()
    },
    { spoiling: { manner: 'keeps-calling' } },
  )
  const controller = new AbortController()
  const call = fetch(origin, { signal: controller.signal })
  await arrived.promise
  controller.abort()
  await expect(call).rejects.toThrow('abort')
  await scene.settled()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(gone).toBe(false)
})
