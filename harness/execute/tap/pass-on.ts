import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import { writeAnswer } from '../stage/write-answer.ts'
import { ownHeaders, type Upstream } from './upstream.ts'
import type { Spoiling } from './tap.ts'

/** Passes one request on and its answer back, piece by piece as it comes, and records both. */
export async function passOn({
  exchange,
  request,
  outgoing,
  upstream,
  spoil,
}: {
  exchange: Exchange
  request: RecordedRequest
  outgoing: ServerResponse
  upstream: Upstream
  spoil: Spoiling['answer']
}): Promise<void> {
  const sent = await upstream.send(request)
  const closed = new Promise<void>((resolve) => outgoing.once('close', resolve))
  // The caller's hanging up is passed on too.
  void closed.then(() => sent.destroy())
  const answer = await answerTo(sent)
  if (answer === undefined) {
    exchange.lost = !outgoing.destroyed
    outgoing.socket?.destroy()
    exchange.aborted = !exchange.lost
    return
  }
  if (spoil === undefined) await relay({ exchange, answer, outgoing })
  else await relaySpoilt({ exchange, request, answer, outgoing, spoil })
  await closed
  exchange.aborted = !outgoing.writableFinished && exchange.lost !== true
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

/** A fault spoils a whole answer, so that it is read to its end first. */
async function relaySpoilt({
  exchange,
  request,
  answer,
  outgoing,
  spoil,
}: {
  exchange: Exchange
  request: RecordedRequest
  answer: IncomingMessage
  outgoing: ServerResponse
  spoil: NonNullable<Spoiling['answer']>
}): Promise<void> {
  const headers = ownHeaders(answer.rawHeaders)
  const pieces: Buffer[] = []
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) pieces.push(piece)
  } catch {
    outgoing.socket?.resetAndDestroy()
    return
  }
  const body = Buffer.concat(pieces)
  const unframed = headers.filter(([name]) => !/^content-length$/i.test(name))
  const spoilt = spoil({ status: answer.statusCode ?? 0, headers: unframed, body }, request)
  const { status, fault } = spoilt
  exchange.response = { status, headers: spoilt.headers, body: spoilt.body, ...(fault !== undefined && { fault }) }
  outgoing.sendDate = false
  await writeAnswer({ response: outgoing, answer: spoilt, lockstep: undefined })
}
