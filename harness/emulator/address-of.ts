import type { IncomingMessage } from 'node:http'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/**
 * Where a function finds the API, as its caller found it: what stands between them stays between them. A host that is
 * not this machine is not believed: the function would take its service token there.
 */
export function addressOf({ headers: { host } }: IncomingMessage, own: string): string {
  return host !== undefined && loopback.test(host) ? `http://${host}` : own
}
