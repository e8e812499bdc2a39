import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Handler } from './deno.ts'

/** Hands a request to a function and its response back, both as they come. */
export async function callFunction({
  handler,
  incoming,
  outgoing,
  target,
  injected,
}: {
  handler: Handler
  incoming: IncomingMessage
  outgoing: ServerResponse
  /** Path and query that the function sees. */
  target: string
  injected: Readonly<Record<string, string>>
}): Promise<void> {
  const request = requestOf({ incoming, outgoing, target, injected })
  await writeResponse(outgoing, await handler(request))
}

function requestOf({
  incoming,
  outgoing,
  target,
  injected,
}: {
  incoming: IncomingMessage
  outgoing: ServerResponse
  target: string
  injected: Readonly<Record<string, string>>
}): Request {
  const { method = 'GET', headers } = incoming
  const left = new AbortController()
  outgoing.once('close', () => left.abort())
  const described = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
  const hasBody = method !== 'GET' && method !== 'HEAD' && described
  return new Request(`http://${headers.host}${target}`, {
    method,
    headers: headersOf(incoming, injected),
    signal: left.signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as globalThis.ReadableStream, duplex: 'half' as const }),
  })
}

/** Of one connection only (RFC 9110, 7.6.1). */
const hopByHop = /^(connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect|proxy-.*)$/i

/** What only the platform may say is not taken from a caller. */
function headersOf({ rawHeaders }: IncomingMessage, injected: Readonly<Record<string, string>>): Headers {
  const headers = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (!hopByHop.test(name)) headers.append(name, rawHeaders[at + 1] as string)
  }
  for (const [name, value] of Object.entries(injected)) headers.set(name, value)
  return headers
}

async function writeResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  const headers = [...response.headers].filter(([name]) => !hopByHop.test(name)).flat()
  outgoing.writeHead(response.status, headers)
  if (response.body === null) return void outgoing.end()
  // Before the first chunk: whoever waits for the status need not wait for the body.
  outgoing.flushHeaders()
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing)
}
