import { request, type Agent, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { withoutHeaders } from './hop-by-hop.ts'

/** How a call of a function went, as far as its caller can tell. */
export type PassedOn = 'answered' | 'hung-up' | 'timed-out' | 'broken-off' | 'not-answered'

/**
 * Passes a request on to a function and its answer back: bytes, headers and names as they came, both ways piece by
 * piece. `not-answered` and `timed-out` before the answer began are for whoever called to answer.
 */
export function passOn({
  incoming,
  outgoing,
  to: { port, agent },
  target,
  injected,
  added,
  timeoutMs,
}: {
  incoming: IncomingMessage
  outgoing: ServerResponse
  to: { port: number; agent: Agent }
  target: string
  /** What only the platform says: a caller's headers of these names are not passed on. */
  injected: Readonly<Record<string, string>>
  /** Headers of the answer, where the function doesn't say them itself. */
  added: Readonly<Record<string, string>>
  timeoutMs: number
}): Promise<PassedOn> {
  const { promise, resolve } = Promise.withResolvers<PassedOn>()
  const sent = request({
    host: '127.0.0.1',
    port,
    agent,
    method: incoming.method,
    path: target,
    setHost: false,
    headers: headersFor(incoming, injected),
  })
  const late = setTimeout(() => end('timed-out'), timeoutMs)
  const end = (how: PassedOn): void => {
    clearTimeout(late)
    resolve(how)
    sent.destroy()
    if (how !== 'answered' && outgoing.headersSent) outgoing.socket?.resetAndDestroy()
  }
  outgoing.once('close', () => end(outgoing.writableFinished ? 'answered' : 'hung-up'))
  sendBody(incoming, sent)
  sent.on('error', () => {
    // A function may answer before it has read all; then what could not be sent is nobody's loss.
    if (!outgoing.headersSent) end('not-answered')
  })
  sent.on('response', (answer) => {
    const { statusCode = 502, statusMessage } = answer
    outgoing.sendDate = false
    outgoing.writeHead(statusCode, statusMessage, headersOf(answer, added))
    // Deno frames no body there, as if it ended with the connection, which stays open. There is none (RFC 9110, 15.3.6).
    if (statusCode === 205) return void outgoing.end()
    outgoing.flushHeaders()
    answer.on('error', () => end('broken-off'))
    answer.pipe(outgoing)
  })
  return promise
}

function headersFor({ rawHeaders }: IncomingMessage, injected: Readonly<Record<string, string>>): string[] {
  const names = new Set(Object.keys(injected).map((name) => name.toLowerCase()))
  return [...withoutHeaders(rawHeaders, names), ...Object.entries(injected).flat()]
}

/** Without a body nothing is said of one, whatever the method. */
function sendBody(incoming: IncomingMessage, sent: ClientRequest): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = incoming.headers
  sent.useChunkedEncodingByDefault = false
  if (length === undefined && encoding === undefined) return void sent.end()
  incoming.on('error', () => sent.destroy())
  incoming.pipe(sent)
  // Unread, what is left of it would keep the caller from being answered.
  sent.on('close', () => incoming.resume())
}

const framing = new Set(['transfer-encoding'])

function headersOf(
  { statusCode, rawHeaders, headers }: IncomingMessage,
  added: Readonly<Record<string, string>>,
): string[] {
  const isReset = statusCode === 205 && headers['content-length'] === undefined
  const lacking = Object.entries(added).filter(([name]) => headers[name] === undefined)
  return [...withoutHeaders(rawHeaders, framing), ...lacking.flat(), ...(isReset ? ['content-length', '0'] : [])]
}
