import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import { relaySpoilt } from './relay-spoilt.ts'
import { ownHeaders, type Upstream } from './upstream.ts'
import type { Spoiling } from './tap.ts'

/** Passes one request on and its answer back, piece by piece as it comes, and records both. */
export async function passOn({
  exchange,
  request,
  outgoing,
  upstream,
  wasHandled,
  spoiling,
}: {
  exchange: Exchange
  request: RecordedRequest
  outgoing: ServerResponse
  upstream: Upstream
  /** Whether a function has got it: then its answer stands, whatever it says. */
  wasHandled: () => boolean
  spoiling: Spoiling
}): Promise<void> {
  const closed = new Promise<void>((resolve) => outgoing.once('close', resolve))
  const hangsUp = spoiling.manner !== 'keeps-calling'
  const answer = await ask({ request, upstream, closed, hangsUp, wasHandled })
  if (answer === undefined) {
    exchange.lost = !outgoing.destroyed
    outgoing.socket?.destroy()
    exchange.aborted = !exchange.lost
    return
  }
  if (spoiling.answer === undefined) await relay({ exchange, answer, outgoing })
  else await relaySpoilt({ exchange, answer, outgoing, spoil: spoiling.answer })
  await closed
  exchange.aborted = !outgoing.writableFinished && exchange.lost !== true
}

/** A request that the backend asks to be sent later is sent so often; then its answer stands. */
const mostTries = 5

async function ask({
  request,
  upstream,
  closed,
  hangsUp,
  wasHandled,
}: {
  request: RecordedRequest
  upstream: Upstream
  closed: Promise<void>
  /** Whether the caller's hanging up is passed on. */
  hangsUp: boolean
  wasHandled: () => boolean
}): Promise<IncomingMessage | undefined> {
  for (let tries = 1; ; tries++) {
    const sent = await upstream.send(request)
    if (hangsUp) void closed.then(() => sent.destroy())
    const answer = await Promise.race([answerTo(sent), closed.then(() => undefined)])
    if (answer === undefined || tries === mostTries || wasHandled() || !upstream.isPutOff(answer)) return answer
    answer.resume()
  }
}

/** A request whose answer nobody gets. */
export async function sendAside(request: RecordedRequest, upstream: Upstream): Promise<void> {
  const answer = await answerTo(await upstream.send(request))
  try {
    for await (const _ of answer ?? []);
  } catch {
    // Broken off: nobody waits for it.
  }
}

/** Undefined where the connection fails before there is one. */
function answerTo(sent: ClientRequest): Promise<IncomingMessage | undefined> {
  return new Promise((resolve) => {
    sent.on('response', resolve)
    sent.on('error', () => resolve(undefined))
    sent.on('close', () => resolve(undefined))
  })
}

async function relay({
  exchange,
  answer,
  outgoing,
}: {
  exchange: Exchange
  answer: IncomingMessage
  outgoing: ServerResponse
}): Promise<void> {
  const headers = ownHeaders(answer.rawHeaders)
  const pieces: Buffer[] = []
  const record = (): void => {
    exchange.response = { status: answer.statusCode ?? 0, headers, body: Buffer.concat(pieces) }
  }
  record()
  exchange.unfinished = true
  outgoing.sendDate = false
  outgoing.writeHead(answer.statusCode ?? 0, answer.statusMessage, headers.flat())
  outgoing.flushHeaders()
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      pieces.push(piece)
      if (!outgoing.write(piece) && !outgoing.destroyed) await drained(outgoing)
    }
    record()
    exchange.unfinished = false
    outgoing.end()
  } catch {
    // Broken off by the backend, or by the caller, who is no longer there to be told.
    record()
    if (!outgoing.destroyed) {
      exchange.lost = true
      outgoing.socket?.resetAndDestroy()
    }
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done).off('close', done)
      resolve()
    }
    outgoing.on('drain', done).on('close', done)
  })
}
