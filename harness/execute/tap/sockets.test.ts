import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@base44/sdk'
import { Server as SocketServer } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest'
import type { Exchange } from '../../model/exchange.ts'
import { openManners } from '../backends/manners.ts'
import { openTap, type Spoiling, type Tap, type Tapped } from './tap.ts'

let server: Server
let backend: SocketServer
let tap: Tap
let scene: Tapped
let exchanges: Exchange[]
let ends: (() => void)[] = []
let errors: MockInstance

beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  errors = vi.spyOn(console, 'error').mockReturnValue()
  server = createServer()
  backend = new SocketServer(server, { path: '/ws-user-apps/socket.io/', transports: ['websocket'] })
  backend.use((socket, next) => next(socket.handshake.query['token'] === 'bad' ? new Error('bad') : undefined))
  backend.on('connection', (socket) => {
    socket.on('join', (room: string) => void socket.join(room))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  scene.close()
  await tap.close()
  await backend.close()
})

async function open({ spoiling = {}, sockets = true }: { spoiling?: Spoiling; sockets?: boolean } = {}): Promise<void> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const access = { url, appId: 'app', users: {}, desk: { host: '127.0.0.1', port: 1 }, key: 'k' }
  const clock = { now: () => 0, wait: async () => undefined }
  tap = await openTap(access, openManners({ clock, say: () => undefined }))
  exchanges = []
  scene = tap.open({ clients: ['alice', 'bob'], exchanges, spoiling, sockets })
}

/** A client of the scene that listens, as soon as the backend knows. */
async function listener(name: 'alice' | 'bob', token?: string): Promise<{ heard: unknown[]; cleanup: () => void }> {
  const serverUrl = scene.origins[name] as string
  const client = createClient({ appId: 'app', serverUrl, ...(token !== undefined && { token }) })
  const heard: unknown[] = []
  client.entities['Task']?.subscribe(({ id }) => heard.push(id))
  await scene.sockets?.joined(name)
  const cleanup = (): void => client.cleanup()
  ends.push(cleanup)
  return { heard, cleanup }
}

async function publish(...ids: string[]): Promise<void> {
  const room = 'entities:app:Task'
  for (const id of ids) backend.to(room).emit('update_model', { room, data: JSON.stringify({ type: 'create', id }) })
  await scene.sockets?.delivered()
}

function frames(): unknown[] {
  return exchanges.flatMap(({ client, frame }) => (frame ? [[client, frame.kind, frame.event].join(' ').trim()] : []))
}

test('what a subscriber joined when the wait is over, it hears; everything is recorded', async () => {
  await open()
  const { heard, cleanup } = await listener('alice', 'good')
  await publish('1', '2')
  expect(heard).toEqual(['1', '2'])
  cleanup()
  await vi.waitFor(() => expect(frames()).toContain('alice close'))
  expect([...new Set(frames())]).toEqual([
    'alice connect',
    'alice emit join',
    'alice receive update_model',
    'alice close',
  ])
  expect(exchanges[0]?.request.target).toContain('token=good')
  expect(exchanges[0]?.request.headers.map(([name]) => name.toLowerCase())).not.toContain('sec-websocket-key')
})

test.each([
  ['nothing', () => [], []],
  ['twice', (event) => [event, event], ['1', '1', '2', '2']],
] as const satisfies readonly (readonly [string, NonNullable<Spoiling['event']>, string[]])[])(
  'a fault makes another thing of events: %s',
  async (_, spoil, expected) => {
    await open({ spoiling: { event: (event) => (event.from === 'backend' ? spoil(event) : [event]) } })
    const { heard } = await listener('alice')
    await publish('1', '2')
    expect(heard).toEqual(expected)
  },
)

test('a fault tells everybody', async () => {
  await open({
    spoiling: {
      event: (event) =>
        event.from === 'caller' ? [event] : event.client === 'alice' ? [{ ...event, to: 'everybody' }] : [],
    },
  })
  const [alice, bob] = [await listener('alice'), await listener('bob')]
  await publish('1')
  expect([alice.heard, bob.heard]).toEqual([['1'], ['1']])
})

test('a join that a fault swallows never arrives', async () => {
  await open({ spoiling: { event: (event) => (event.event === 'join' ? [] : [event]) } })
  const { heard } = await listener('alice')
  await publish('1')
  expect(heard).toEqual([])
})

test.each([
  ['the backend speaks to nobody like that', { token: 'bad', reachable: true }],
  ['the backend has no sockets', { token: 'good', reachable: false }],
])('nobody waits for a socket that does not come: %s', async (_, { token, reachable }) => {
  await open()
  if (!reachable) server.close()
  const { heard } = await listener('alice', token)
  expect(heard).toEqual([])
})

test('where no contract speaks of sockets they are refused, and nothing is recorded', async () => {
  await open({ sockets: false })
  await listener('alice')
  await vi.waitFor(() => expect(errors).toHaveBeenCalled())
  expect(exchanges).toEqual([])
})

test('a socket ends with its scene, and its client does not come back', async () => {
  await open()
  await listener('alice')
  const before = exchanges.length
  scene.close()
  await vi.waitFor(() => expect(backend.engine.clientsCount).toBe(0))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect([backend.engine.clientsCount, exchanges.length]).toEqual([0, before])
})
