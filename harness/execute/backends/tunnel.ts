import http from 'node:http'
import type { Socket } from 'node:net'

/** A proxy as its address tells it. */
export interface Proxy {
  readonly host: string
  readonly port: number
  /** The value of `proxy-authorization`, where the address holds a name and a password. */
  readonly authorization?: string
}

export function proxyOf(address: string): Proxy {
  const { hostname, port, username, password } = new URL(address)
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 80),
    ...(username !== '' && { authorization: `Basic ${login}` }),
  }
}

/** A connection to a host through a proxy that answers CONNECT (RFC 9110, 9.3.6); in the manner of agents of Node. */
export function openTunnel(
  { host, port, through }: { host: string; port: number; through: Proxy },
  done: (error: Error | null, socket?: Socket) => void,
): void {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const { authorization } = through
  const request = http.request({
    host: through.host,
    port: through.port,
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...(authorization !== undefined && { 'proxy-authorization': authorization }) },
  })
  // A proxy that refuses may answer as to any other request.
  request.on('response', (response) => {
    response.destroy()
    done(refused(response.statusCode))
  })
  request.on('connect', ({ statusCode }, socket) => {
    if (statusCode === 200) return done(null, socket as Socket)
    socket.destroy()
    done(refused(statusCode))
  })
  request.on('error', (error) => done(Object.assign(error, { proxy: true })))
  request.end()
}

function refused(status: number | undefined): Error {
  return Object.assign(new Error(`the proxy answered CONNECT with ${status}`), { code: 'PROXY_REFUSED' })
}
