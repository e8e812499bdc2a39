import type { ClientRequest, IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { BackendAccess } from '../../model/backend.ts'
import type { RecordedRequest } from '../../model/exchange.ts'
import { isLoopback } from '../is-loopback.ts'
import type { Manners } from '../backends/manners.ts'
import { dial } from '../sockets/dial.ts'
import { openRoute } from '../backends/route.ts'

/** The way to the backend: requests as they came, to its host and below its prefix. */
export interface Upstream {
  /** Waits for its turn first. */
  send: (request: RecordedRequest) => Promise<ClientRequest>
  /** Opens the socket that a handshake asks for. */
  dial: (request: RecordedRequest) => Promise<WebSocket>
  /** Whether the backend asks for the same request later. */
  isPutOff: (answer: IncomingMessage) => boolean
  /** Whether a request waits for its turn at the moment. */
  isWaiting: () => boolean
  close: () => void
}

/** Belong to one connection, not to what travels on it (RFC 9110, 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'upgrade'])

export function openUpstream(access: BackendAccess, manners: Manners): Upstream {
  const base = new URL(access.url)
  const route = openRoute(access)
  const prefix = base.pathname.replace(/\/$/, '')
  // What a function calls back goes through the tap too where the backend takes its own address from the request.
  const keepsHost = isLoopback(base.hostname) && prefix === ''
  let waiting = 0
  return {
    async send(request) {
      waiting++
      await manners.turn().finally(() => waiting--)
      const { method, target, body } = request
      const headers = headersFor(request, keepsHost ? undefined : base.host)
      const outgoing = route.request({ method, target: prefix + target, headers })
      outgoing.end(body)
      return outgoing
    },
    async dial(request) {
      await manners.turn()
      const address = `${base.origin.replace(/^http/, 'ws')}${prefix}${request.target}`
      return dial(request, { address, agent: route.socketAgent, keepsHost })
    },
    isPutOff: ({ statusCode = 0, headers }) =>
      manners.heard({ status: statusCode, retryAfter: headers['retry-after'] }),
    isWaiting: () => waiting > 0,
    close: route.close,
  }
}

/** As a flat list, which node:http sends as it is: order and repeated names stay. */
function headersFor({ headers, body }: RecordedRequest, host: string | undefined): string[] {
  const kept = headers.filter(([name]) => !hopByHop.has(name.toLowerCase()) && !isFraming(name))
  const framed = headers.some(([name]) => isFraming(name)) || body.length > 0
  const named = host === undefined ? kept : kept.map(([name, value]) => (isHost(name) ? [name, host] : [name, value]))
  return [...named.flat(), ...(framed ? ['content-length', String(body.length)] : [])]
}

/** The body is passed on whole, so its length is known. */
function isFraming(name: string): boolean {
  return /^(content-length|transfer-encoding)$/i.test(name)
}

function isHost(name: string): boolean {
  return name.toLowerCase() === 'host'
}

/** The headers of a backend's answer that are its own, as it wrote them. */
export function ownHeaders(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (!hopByHop.has(name.toLowerCase()) && name.toLowerCase() !== 'transfer-encoding')
      pairs.push([name, rawHeaders[at + 1] as string])
  }
  return pairs
}
