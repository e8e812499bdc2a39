import http, { type ClientRequest, type RequestOptions } from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'
import type { BackendAccess } from '../../model/backend.ts'
import { openTunnel, proxyOf, type Proxy } from './tunnel.ts'

/** The way to a backend: straight, or through its proxy; with its own authority besides the usual ones. */
export interface Route {
  /** `target` is what stands in the request line; it is sent as it is, and so is a flat list of headers. */
  readonly request: (asked: { method: string; target: string; headers: Headers }) => ClientRequest
  /** Connections for what does not speak HTTP for long. */
  readonly socketAgent: http.Agent
  readonly close: () => void
}

type Headers = Readonly<Record<string, string>> | readonly string[] | undefined

export type Reach = Pick<BackendAccess, 'url' | 'ca' | 'proxy'>

export function openRoute({ url, ca, proxy }: Reach): Route {
  const { protocol, hostname, port, host } = new URL(url)
  // `new URL` keeps the brackets of an IPv6 address; a socket wants none.
  const to = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)) }
  const through = proxy === undefined ? undefined : proxyOf(proxy)
  if (protocol === 'https:') return secureRoute({ ...to, ca, through })
  return through === undefined ? plainRoute({ ...to, as: host }) : forwardedRoute({ ...to, as: host, through })
}

interface To {
  readonly host: string
  readonly port: number
}

function secureRoute({ host, port, ca, through }: To & { ca: string | undefined; through: Proxy | undefined }): Route {
  const agent = new https.Agent({ keepAlive: true, ...(ca !== undefined && { ca: [...usualAuthorities(), ca] }) })
  if (through !== undefined) {
    agent.createConnection = (options, done) => {
      openTunnel({ host, port, through }, (error, socket) => {
        if (socket === undefined) return done?.(error, undefined as never)
        done?.(null, tls.connect({ ...(options as tls.ConnectionOptions), socket }))
      })
      return undefined
    }
  }
  return {
    request: ({ method, target, headers }) =>
      https.request({ host, port, agent, method, path: target, ...written({}, headers) }),
    socketAgent: agent,
    close: () => agent.destroy(),
  }
}

function plainRoute({ host, port, as }: To & { as: string }): Route {
  const agent = new http.Agent({ keepAlive: true })
  return {
    request: ({ method, target, headers }) =>
      http.request({ host, port, agent, method, path: target, ...written({ host: as }, headers) }),
    socketAgent: agent,
    close: () => agent.destroy(),
  }
}

/** Without TLS a proxy is told the whole address in the request line (RFC 9112, 3.2.2). */
function forwardedRoute({ as, through, ...to }: To & { as: string; through: Proxy }): Route {
  const socketAgent = tunnelled({ ...to, through })
  const agent = new http.Agent({ keepAlive: true })
  const { host, port, authorization } = through
  const told = { host: as, ...(authorization !== undefined && { 'proxy-authorization': authorization }) }
  return {
    request: ({ method, target, headers }) =>
      http.request({
        host,
        port,
        agent,
        method,
        path: `http://${as}${target}`,
        ...written(told, headers),
      }),
    socketAgent,
    close() {
      agent.destroy()
      socketAgent.destroy()
    },
  }
}

/** What is no HTTP a proxy lets through to the host itself. */
function tunnelled({ host, port, through }: To & { through: Proxy }): http.Agent {
  const agent = new http.Agent()
  agent.createConnection = (_, done) => {
    openTunnel({ host, port, through }, (error, socket) => done?.(error, socket as Duplex))
    return undefined
  }
  return agent
}

/** A flat list is sent as it is, so that order, case and repeated names stay; it names the host itself. */
function written(own: Readonly<Record<string, string>>, headers: Headers): RequestOptions {
  if (headers === undefined || !isList(headers)) return { headers: { ...own, ...headers } }
  const added = Object.entries(own).filter(([name]) => name !== 'host')
  return { headers: [...added.flat(), ...headers], setHost: false }
}

function isList(headers: NonNullable<Headers>): headers is readonly string[] {
  return Array.isArray(headers)
}

/** What Node trusts by itself, which `ca` would replace. Before 22.15 only its own list can be asked for. */
function usualAuthorities(): readonly string[] {
  const { getCACertificates } = tls as Partial<typeof tls>
  return getCACertificates?.('default') ?? tls.rootCertificates
}
