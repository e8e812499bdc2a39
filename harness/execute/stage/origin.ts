import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { refuseSocket } from '../sockets/refuse-socket.ts'

/** A loopback server with an address of its own, lent to one client at a time. */
export interface Origin {
  readonly url: string
  /** Who answers now; undefined while it is lent to nobody. */
  listener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  /** Who takes sockets now; undefined: they are refused. */
  upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined
  /** Closes the port, so that connecting is refused, until {@link Origin.restore}. */
  refuse: () => Promise<void>
  restore: () => Promise<void>
  /** Cuts every connection, so that nothing of a case that hung is left to the next. */
  drop: () => void
  close: () => Promise<void>
}

/** Long tokens and paths are part of what is tested: the default limit of 16 KB would answer for the platform. */
const maxHeaderSize = 256 * 1024

export async function openOrigin(): Promise<Origin> {
  const server = createServer({ maxHeaderSize, requestTimeout: 0, keepAliveTimeout: 0 }, (request, response) => {
    if (origin.listener === undefined) response.writeHead(503).end()
    else origin.listener(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    if (origin.upgrade === undefined) refuseSocket(socket)
    else origin.upgrade(request, socket, head)
  })
  const port = await listen(server, 0)
  const origin: Origin = {
    url: `http://127.0.0.1:${port}`,
    listener: undefined,
    upgrade: undefined,
    refuse: () => close(server),
    restore: async () => void (await listen(server, port)),
    drop: () => server.closeAllConnections(),
    close: () => close(server),
  }
  return origin
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      server.unref()
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
