import type { IncomingMessage } from 'node:http'

/** Pages of this machine, whatever serves them; `base44 dev` knows `localhost` alone. */
const local = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** What lets a page of this machine read an answer; nothing for any other. */
export function corsHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const { origin } = headers
  if (origin === undefined || !local.test(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': '*',
    vary: 'Origin',
  }
}

/**
 * What answers a browser's question whether it may ask. Functions never hear of it, as on the platform, where samples of
 * the documents are called from pages of another origin and know nothing of OPTIONS; every other OPTIONS is theirs.
 */
export function preflightHeaders(incoming: IncomingMessage): Readonly<Record<string, string>> | undefined {
  const { 'access-control-request-method': method, 'access-control-request-headers': asked } = incoming.headers
  const allowed = corsHeaders(incoming)
  if (incoming.method !== 'OPTIONS' || method === undefined || Object.keys(allowed).length === 0) return undefined
  return {
    ...allowed,
    'access-control-allow-methods': 'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS',
    ...(asked !== undefined && { 'access-control-allow-headers': asked }),
    'access-control-max-age': '600',
  }
}
