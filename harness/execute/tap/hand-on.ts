import type { ServerResponse } from 'node:http'
import type { Exchange } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import { writeAnswer } from '../stage/write-answer.ts'
import { passOn, sendAside } from './pass-on.ts'
import type { Spoiling } from './tap.ts'
import type { Upstream } from './upstream.ts'

/** Hands one request to the backend, as it came or as a planted fault has it. */
export async function handOn({
  exchange,
  exchanges,
  outgoing,
  upstream,
  spoiling,
}: {
  exchange: Exchange
  /** All that was recorded up to now. */
  exchanges: readonly Exchange[]
  outgoing: ServerResponse
  upstream: Upstream
  spoiling: Spoiling
}): Promise<void> {
  const { request: sent } = exchange
  if (outgoing.destroyed) return void (exchange.aborted = true)
  const made = spoiling.instead?.(sent)
  if (made !== undefined) return answerInstead({ exchange, outgoing, answer: made })
  const request = spoiling.request === undefined ? sent : spoiling.request(sent)
  if (request === null) {
    exchange.lost = true
    return void outgoing.socket?.destroy()
  }
  for (let more = (spoiling.times?.(sent) ?? 1) - 1; more > 0; more--) await sendAside(request, upstream)
  const handled = handledIn(exchanges)
  const wasHandled = (): boolean => handledIn(exchanges) > handled
  await passOn({ exchange, request, outgoing, upstream, wasHandled, spoiling })
}

async function answerInstead({
  exchange,
  outgoing,
  answer,
}: {
  exchange: Exchange
  outgoing: ServerResponse
  answer: Answer
}): Promise<void> {
  const { status, headers, body } = answer
  exchange.response = { status, headers, body }
  await writeAnswer({ response: outgoing, answer, lockstep: undefined })
}

function handledIn(exchanges: readonly Exchange[]): number {
  return exchanges.filter(({ seat }) => seat === 'desk').length
}
