import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import { writeAnswer } from '../stage/write-answer.ts'
import type { Spoiling } from './tap.ts'
import { ownHeaders } from './upstream.ts'

/**
 * Passes an answer on as a broken backend would have given it. It spoils a whole answer, so that it is read to its end
 * first: where a function waits until its caller has read a piece, that alone is a fault.
 */
export async function relaySpoilt({
  exchange,
  answer,
  outgoing,
  spoil,
}: {
  exchange: Exchange
  answer: IncomingMessage
  outgoing: ServerResponse
  spoil: NonNullable<Spoiling['answer']>
}): Promise<void> {
  const { body, complete } = await bodyOf(answer)
  if (outgoing.destroyed) return
  const headers = ownHeaders(answer.rawHeaders).filter(([name]) => !/^content-length$/i.test(name))
  const given: Answer = { status: answer.statusCode ?? 0, headers, body, ...(!complete && { fault: 'reset-mid-body' }) }
  const spoilt = spoil(given, exchange.request)
  if (spoilt.fault === undefined)
    exchange.response = { status: spoilt.status, headers: spoilt.headers, body: spoilt.body }
  else if (spoilt.fault !== 'hangs') exchange.lost = true
  outgoing.sendDate = false
  await writeAnswer({ response: outgoing, answer: spoilt, lockstep: undefined })
}

/** As much of it as came. */
async function bodyOf(answer: IncomingMessage): Promise<{ body: Buffer; complete: boolean }> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) pieces.push(piece)
    return { body: Buffer.concat(pieces), complete: true }
  } catch {
    return { body: Buffer.concat(pieces), complete: false }
  }
}
