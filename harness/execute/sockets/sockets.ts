import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket, WebSocketServer } from 'ws'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import type { PassingEvent, SocketFrame, SpoiltEvent } from '../../model/frame.ts'
import { jsonText } from '../../language/json.ts'
import { pathOf } from '../../language/target.ts'
import { pairs } from '../stage/record-request.ts'
import { passBetween, type Connection } from './connection.ts'
import { isOfTheHandshake } from './dial.ts'
import { refuseSocket } from './refuse-socket.ts'

/** The sockets of one scene: recorded, and passed on to whoever is the platform. */
export interface Sockets {
  readonly accept: (visit: SocketVisit) => void
  /** Whether there is any. */
  readonly isOpen: () => boolean
  /** Resolves when a client's socket has been taken, and what it has emitted up to now has arrived. */
  readonly joined: (client: string) => Promise<void>
  /** Resolves when no socket is being opened, and what was emitted up to now has arrived. */
  readonly arrived: () => Promise<void>
  /** Resolves when whatever the platform has sent up to now has come to its clients. */
  readonly delivered: () => Promise<void>
  /** Resolves at the next frame. */
  readonly nextFrame: () => Promise<void>
  readonly close: () => void
}

/** A client that asks for a socket. */
export interface SocketVisit {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
  readonly client: string
  readonly origin: string
}

export interface SocketsOptions {
  /** Opens the same socket at the platform; rejects where the platform will not have it. */
  readonly dial: (request: RecordedRequest, client: string) => Promise<WebSocket>
  readonly exchanges: Exchange[]
  readonly seat?: Exchange['seat']
  /** The handshake as it leaves a broken SDK: it is recorded so. `null`: it never does. */
  readonly leaving?: ((request: RecordedRequest) => RecordedRequest | null) | undefined
  /** The handshake as it reaches a broken backend; `null`: it never does. */
  readonly arriving?: ((request: RecordedRequest) => RecordedRequest | null) | undefined
  readonly spoil?: ((event: PassingEvent) => readonly SpoiltEvent[]) | undefined
}

export function openSockets(options: SocketsOptions): Sockets {
  const connections = new Set<Connection>()
  let closed = false
  const opening = new Set<Promise<void>>()
  const refused = new Set<string>()
  let waiting: (() => void)[] = []
  const wake = (): void => waiting.splice(0).forEach((resolve) => resolve())
  const next = (): Promise<void> => new Promise((resolve) => waiting.push(resolve))

  const accept = async (visit: SocketVisit): Promise<void> => {
    const { client } = visit
    const written = handshakeOf(visit)
    const sent = options.leaving === undefined ? written : options.leaving(written)
    if (sent === null) return void visit.socket.destroy()
    const record = recorder({ visit, request: sent, options, wake })
    record({ kind: 'connect' })
    const request = options.arriving === undefined ? sent : options.arriving(sent)
    if (request === null) return void visit.socket.destroy()
    const [server, platform] = await Promise.all([acceptor(), options.dial(request, client)])
    if (closed) return platform.terminate()
    server.handleUpgrade(visit.request, visit.socket, visit.head, (caller) => {
      const giveAll = (text: string): void => connections.forEach(({ give }) => give(text))
      const connection = passBetween({ client, caller, platform, record, spoil: options.spoil, giveAll })
      connections.add(connection)
      caller.on('close', () => connections.delete(connection))
      platform.resume()
      wake()
    })
  }

  return {
    accept(visit) {
      const done = accept(visit)
        .catch(() => {
          refused.add(visit.client)
          refuseSocket(visit.socket)
        })
        .finally(() => opening.delete(done))
        .then(wake)
      opening.add(done)
    },
    isOpen: () => connections.size > 0,
    async joined(client) {
      const own = (): Connection[] => [...connections].filter((connection) => connection.client === client)
      // A client that was refused tries again, as often as it likes.
      while (own().length === 0 && !refused.has(client)) await next()
      await Promise.all(own().map(({ taken, arrived }) => taken.then(arrived)))
    },
    async arrived() {
      while (opening.size > 0) await Promise.all(opening)
      await Promise.all([...connections].map(({ taken, arrived }) => taken.then(arrived)))
    },
    delivered: async () => void (await Promise.all([...connections].map(({ delivered }) => delivered()))),
    nextFrame: next,
    close() {
      closed = true
      for (const connection of connections) connection.end()
    },
  }
}

function recorder({
  visit: { client },
  request,
  options: { exchanges, seat },
  wake,
}: {
  visit: SocketVisit
  request: RecordedRequest
  options: SocketsOptions
  wake: () => void
}): (frame: SocketFrame) => void {
  const later = { ...request, target: pathOf(request.target), headers: [] }
  return (frame) => {
    const body = frame.data === undefined ? '' : (jsonText(frame.data) ?? '')
    const carrier = frame.kind === 'connect' ? request : { ...later, body: Buffer.from(body) }
    exchanges.push({ client, ...(seat && { seat }), request: carrier, frame, aborted: false })
    wake()
  }
}

/** Without what is made up for each connection. */
function handshakeOf({ request: { method = 'GET', url = '', rawHeaders }, origin }: SocketVisit): RecordedRequest {
  return {
    method,
    origin,
    target: url,
    headers: pairs(rawHeaders).filter(([name]) => !isOfTheHandshake(name)),
    body: new Uint8Array(0),
  }
}

let server: Promise<WebSocketServer> | undefined

/** Only whoever opens a socket pays for the library. */
function acceptor(): Promise<WebSocketServer> {
  server ??= import('ws').then(
    ({ WebSocketServer }) => new WebSocketServer({ noServer: true, perMessageDeflate: false }),
  )
  return server
}
