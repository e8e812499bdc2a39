import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refusedHeader, type Forwarded } from '../../model/backend.ts'
import { escapeHeader, meantHeader } from './base44-dev/channel.ts'

/** Where everything ends that was about to leave this machine: it is answered with 502 and remembered. */
export interface Sink {
  readonly port: number
  /** In the order in which it came. */
  readonly forwarded: readonly Forwarded[]
  readonly close: () => void
}

/** No run is so long that more would be of use. */
const most = 10_000
/** Long tokens travel here too, with what the guard adds. */
const maxHeaderSize = 512 * 1024

export async function openSink(): Promise<Sink> {
  const forwarded: Forwarded[] = []
  const note = (one: Forwarded): void => void (forwarded.length < most && forwarded.push(one))
  const server = createServer({ maxHeaderSize, requestTimeout: 0 }, (request, response) => {
    const meant = meantOf(request)
    if (meant !== undefined) note(meant.forwarded)
    answer(request, { response, meant })
  })
  // A function that wants TLS asks its proxy for a tunnel first; a socket, which is upgraded, ends in the same way.
  for (const event of ['connect', 'upgrade'] as const) {
    server.on(event, (request, socket) => {
      const meant = event === 'connect' ? tunnelOf(request) : meantOf(request)?.forwarded
      if (meant !== undefined) note(meant)
      socket.on('error', () => socket.destroy())
      socket.end('HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    })
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    forwarded,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

interface Meant {
  readonly forwarded: Forwarded
  /** As the answer names it. */
  readonly words: string
}

function meantOf({ method = '', url = '', headers }: IncomingMessage): Meant | undefined {
  const escape = headers[escapeHeader]
  if (typeof escape === 'string') {
    const [through = '', host = ''] = decodeURIComponent(escape).split(' ')
    return { forwarded: { method: through.toUpperCase(), host, target: '' }, words: `${through} ${host}` }
  }
  // As a proxy is asked: with the whole address.
  const whole = /^(https?:\/\/)([^/?#]+)(.*)$/.exec(url)
  const origin = headers[meantHeader] ?? (whole ? `${whole[1]}${whole[2]}` : undefined)
  if (typeof origin !== 'string') return undefined
  const target = whole ? `${whole[3]?.startsWith('/') === true ? '' : '/'}${whole[3]}` : url
  return { forwarded: { method, host: origin.replace(/^\w+:\/\//, ''), target }, words: `${method} ${origin}${target}` }
}

function tunnelOf({ method = 'CONNECT', url = '' }: IncomingMessage): Forwarded {
  return { method, host: url, target: '' }
}

/** Only when all has come: a caller that is still sending would see a reset instead. */
function answer(
  request: IncomingMessage,
  { response, meant }: { response: ServerResponse; meant: Meant | undefined },
): void {
  request.on('error', () => undefined)
  response.on('error', () => undefined)
  request.resume().on('end', () => {
    if (meant === undefined) return void response.writeHead(404).end()
    const words = meant.words.replace(/[^\x21-\x7e ]/g, (one) => encodeURIComponent(one))
    const message = `base44-conformance let nothing leave this machine: ${words}`
    response
      .writeHead(502, { 'content-type': 'application/json', [refusedHeader]: words })
      .end(JSON.stringify({ message }))
  })
}
