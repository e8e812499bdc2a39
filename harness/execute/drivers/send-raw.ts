import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { RawRequest } from './raw-request.ts'

/** An answer as it came, with its body still under way. */
export interface RawAnswer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: ReadableStream<Uint8Array>
}

/** More than any contract sends back; nothing that a server writes without end may fill the memory. */
const mostBytes = 64 * 1024 * 1024
/** As much as the stage takes: long headers are part of what is tested. */
const maxHeaderSize = 256 * 1024

/**
 * Sends one request over a connection of its own and resolves with the head of the answer, whatever its status;
 * redirects are answers like any other. Rejects where no answer came. Aborting drops the connection.
 */
export function sendRaw({
  request,
  base,
  signal,
}: {
  request: RawRequest
  /** `http(s)://host[:port][/prefix]`: the target is put behind it as it is. */
  base: string
  signal: AbortSignal
}): Promise<RawAnswer> {
  const { protocol, hostname, port, pathname, host } = new URL(base)
  const { method, target, body } = request
  const send = protocol === 'https:' ? https.request : http.request
  return new Promise((resolve, reject) => {
    const sending = send({
      method,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      path: pathname.replace(/\/$/, '') + target,
      headers: headersOf(request, host),
      setDefaultHeaders: false,
      agent: false,
      maxHeaderSize,
      signal,
    })
    // Once there is an answer, what goes wrong goes wrong with its body, and is told where that is read.
    sending.on('error', reject)
    sending.once('response', (incoming) => resolve(answerFrom(incoming, streamOf(incoming))))
    sending.once('upgrade', (incoming, socket) => {
      socket.destroy()
      resolve(answerFrom(incoming, new ReadableStream({ start: (controller) => controller.close() })))
    })
    sending.end(body)
  })
}

/** What HTTP/1.1 cannot do without stands before the others; what the contract writes itself is left as it is. */
function headersOf({ headers, body, method }: RawRequest, host: string): string[] {
  const written = new Set(headers.map(([name]) => name.toLowerCase()))
  const needed: [string, string][] = []
  if (!written.has('host')) needed.push(['host', host])
  const framed = written.has('content-length') || written.has('transfer-encoding')
  const length = body?.length ?? (['POST', 'PUT', 'PATCH'].includes(method) ? 0 : undefined)
  if (!framed && length !== undefined) needed.push(['content-length', String(length)])
  return [...needed, ...headers].flat()
}

function answerFrom(incoming: IncomingMessage, body: ReadableStream<Uint8Array>): RawAnswer {
  const { rawHeaders, statusCode = 0 } = incoming
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  return { status: statusCode, headers: names.map((name, index) => [name, rawHeaders[index * 2 + 1] ?? '']), body }
}

/** Read no sooner than it is asked for: lockstep counts what a caller has taken. */
function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = bounded(incoming)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
    },
    { highWaterMark: 0 },
  )
}

async function* bounded(incoming: IncomingMessage): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) {
      const error = new Error(`a body of more than ${mostBytes} bytes was not read to its end`)
      error.name = 'TooLarge'
      throw error
    }
    yield chunk
  }
}
