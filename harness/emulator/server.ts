import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { app as routes } from './app.ts'
import { corsHeaders, preflightHeaders } from './cors.ts'
import type { Emulated } from './emulated.ts'
import type { Functions } from './functions/functions.ts'
import { writeJson } from './write-json.ts'

/** Somebody wants to speak something else than HTTP: sockets. */
export type OnUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Functions get requests as they came, sockets what they ask for, and all else is the API's. */
export function createEmulatorServer({
  app,
  functions,
  addressOf,
  onRequest,
  onUpgrade,
}: {
  app: Emulated
  functions: Functions
  /** Of the emulator, as the caller of this request reached it. */
  addressOf: (incoming: IncomingMessage) => string
  onRequest: (incoming: IncomingMessage, outgoing: ServerResponse) => void
  onUpgrade: OnUpgrade
}): Server {
  // Its middleware makes requests of requests, which takes the library's own in the place of the global ones.
  const api = getRequestListener((request) => routes.fetch(request, { app }))

  function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> | void {
    const preflight = preflightHeaders(incoming)
    if (preflight !== undefined) return void outgoing.writeHead(204, preflight).end()
    const added = corsHeaders(incoming)
    const address = functions.addressOf(incoming.url ?? '')
    if (address !== undefined) {
      return functions.call({ incoming, outgoing, address, url: addressOf(incoming), added })
    }
    for (const [name, value] of Object.entries(added)) outgoing.setHeader(name, value)
    return api(incoming, outgoing)
  }

  // Deadlines of Node's own would end uploads and streams that take their time.
  const server = createServer({ maxHeaderSize: 2 ** 17, requestTimeout: 0 }, (incoming, outgoing) => {
    onRequest(incoming, outgoing)
    Promise.resolve(answer(incoming, outgoing)).catch((error: unknown) => {
      app.say({ from: 'emulator', level: 'error', text: error instanceof Error ? (error.stack ?? error.message) : String(error) }) // prettier-ignore
      writeJson(outgoing, { status: 500, json: { message: 'The emulator made a mistake; it is at its terminal.' } })
    })
  })
  server.on('upgrade', onUpgrade)
  return server
}
