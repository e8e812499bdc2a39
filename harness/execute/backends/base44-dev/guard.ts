import http, { type ClientRequest, type RequestOptions } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { urlToHttpOptions } from 'node:url'
import type { Escape } from '../../../model/outcome.ts'
import { isLoopback } from '../../is-loopback.ts'
import { installGuard } from '../../stage/guard.ts'
import { escapeHeader, meantHeader, sinkVariable } from './channel.ts'

/**
 * Loaded into the process of `base44 dev` before it: what it would hand to the hosted platform, which no setting of it
 * changes, goes to a sink in the process of the run instead, is refused there and told. What does not speak HTTP through
 * Node's own modules is refused where it opens a socket or asks for a name.
 *
 * Functions run in processes of Deno, which know nothing of this. Their `fetch`, and that of packages that heed
 * `HTTPS_PROXY`, ends in the same sink, which stands in that variable. Not covered: a function that opens a socket itself
 * (`Deno.connect`, `node:net`), or starts a program. The fixture app has none; and a network namespace, which would
 * cover that too, would part the functions from the desk as well.
 */
const sinkPort = Number(process.env[sinkVariable])

const { request: plain } = http
const { fetch: originalFetch } = globalThis

installGuard({ heard: tell })
for (const [module, scheme] of [
  [http, 'http:'],
  [https, 'https:'],
] as const) {
  const { request } = module
  const guarded = (...args: unknown[]): ClientRequest => {
    const asked = askedOf(args)
    return asked === undefined
      ? (Reflect.apply(request, module, args) as ClientRequest)
      : toSink(asked, `${scheme}//${asked.authority}`)
  }
  module.request = guarded as typeof request
  module.get = ((...args: unknown[]) => {
    const started = guarded(...args)
    started.end()
    return started
  }) as typeof module.get
}
globalThis.fetch = guardedFetch
syncBuiltinESMExports()

interface Asked {
  readonly options: RequestOptions
  readonly authority: string
  readonly callback: ((response: http.IncomingMessage) => void) | undefined
}

/** What is asked of another host; nothing where it stays on this machine. */
function askedOf(args: readonly unknown[]): Asked | undefined {
  const [first, ...others] = args
  const url = typeof first === 'string' ? new URL(first) : first instanceof URL ? first : undefined
  const given = (url === undefined ? first : others.find((one) => typeof one === 'object')) as
    RequestOptions | undefined
  const options: RequestOptions = { ...(url && urlToHttpOptions(url)), ...given }
  const host = options.hostname ?? options.host ?? 'localhost'
  if (options.socketPath != null || isLoopback(host)) return undefined
  const port = options.port == null || /^(80|443|)$/.test(String(options.port)) ? '' : `:${options.port}`
  const callback = args.at(-1)
  return {
    options,
    authority: `${host}${port}`,
    callback: typeof callback === 'function' ? (callback as never) : undefined,
  }
}

function toSink({ options, callback }: Asked, origin: string): ClientRequest {
  const headers = withHeader(options.headers, origin)
  const here = { protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port: sinkPort }
  // Of the way there nothing is kept: an agent may be for TLS only.
  const way = { agent: undefined, _defaultAgent: undefined, createConnection: undefined, lookup: undefined }
  return plain({ ...options, ...way, ...here, headers } as RequestOptions, callback)
}

function withHeader(headers: RequestOptions['headers'], origin: string): RequestOptions['headers'] {
  return Array.isArray(headers)
    ? [...(headers as string[]), meantHeader, origin]
    : { ...headers, [meantHeader]: origin }
}

/** Told first and then refused, as if there were no network. */
async function guardedFetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const isRequest = input instanceof Request
  const url = new URL(isRequest ? input.url : input)
  if (!/^https?:$/.test(url.protocol) || isLoopback(url.hostname)) return originalFetch(input, init)
  const method = init?.method ?? (isRequest ? input.method : 'GET')
  await new Promise<void>((told) => {
    const { pathname: path, search } = url
    const { origin } = url
    const options = {
      host: '127.0.0.1',
      port: sinkPort,
      method,
      path: path + search,
      headers: { [meantHeader]: origin },
    }
    plain(options, (response) => void response.resume().on('close', told))
      .on('error', () => told())
      .end()
  })
  throw new TypeError('fetch failed', { cause: new Error(`base44-conformance let nothing through to ${url.origin}`) })
}

function tell({ through, target }: Escape): void {
  const headers = { [escapeHeader]: encodeURIComponent(`${through} ${target}`) }
  plain({ host: '127.0.0.1', port: sinkPort, method: 'POST', path: '/', headers })
    .on('error', () => undefined)
    .end()
}
