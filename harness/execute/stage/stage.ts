import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange, Received, RecordedRequest } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import type { Lockstep } from './lockstep.ts'
import { openOrigin, type Origin } from './origin.ts'
import { recordRequest } from './record-request.ts'
import { writeAnswer } from './write-answer.ts'

/** Plays the platform for SDK subjects: it answers and records, and hands out an origin to every client. */
export interface Stage {
  /** Opens a scene: from here until `close` the given clients have origins of their own. */
  open: (scene: SceneOptions) => Scene
  close: () => Promise<void>
}

export interface SceneOptions {
  readonly clients: readonly string[]
  /** Decides what a request gets; null for a request that is to be treated as never sent. */
  readonly respond: (request: RecordedRequest, client: string) => Response | null
}

/** What the platform makes of one request. */
export interface Response {
  /** The request as it counts: what a fault made of it. */
  readonly request: RecordedRequest
  readonly answer: Answer
  readonly received?: Received
  readonly lockstep?: Lockstep
}

export interface Scene {
  readonly origins: Readonly<Record<string, string>>
  /** Everything recorded so far, in order of arrival. */
  readonly exchanges: Exchange[]
  /** Resolves when every recorded exchange is complete or broken off; rejects where answering one was a mistake. */
  settled: () => Promise<void>
  /** Calls back once, at the next recorded request. */
  onReceived: (heard: () => void) => void
  /** Whether a request waits before it leaves: that time is nobody's. Left out: never. */
  isWaiting?: () => boolean
  refuse: () => Promise<void>
  restore: () => Promise<void>
  close: () => void
}

/**
 * Origins go round, so that a straggler of one case meets a closed origin instead of the next case. Enough of
 * them to keep a distance of several cases, few enough that connections stay warm.
 */
const origins = 8

export async function openStage(): Promise<Stage> {
  const pool = await Promise.all(Array.from({ length: origins }, openOrigin))
  let next = 0
  return {
    open: ({ clients, respond }) => {
      const lent = clients.map((client) => [client, pool[next++ % pool.length] as Origin] as const)
      if (clients.length > pool.length) throw new Error(`a case has at most ${pool.length} clients`)
      return openScene({ lent, respond })
    },
    close: async () => void (await Promise.all(pool.map((origin) => origin.close()))),
  }
}

function openScene({
  lent,
  respond,
}: {
  lent: readonly (readonly [string, Origin])[]
  respond: SceneOptions['respond']
}): Scene {
  const exchanges: Exchange[] = []
  const open = new Set<Promise<void>>()
  let heard: (() => void)[] = []
  let mistake: Error | undefined

  for (const [client, origin] of lent) {
    origin.listener = (incoming, outgoing) => {
      const done = attend({ incoming, outgoing, client, origin: origin.url })
        .catch((error: unknown) => {
          mistake ??= error instanceof Error ? error : new Error(String(error))
          outgoing.destroy()
        })
        .finally(() => open.delete(done))
      open.add(done)
    }
  }

  async function attend({
    incoming,
    outgoing,
    client,
    origin,
  }: {
    incoming: IncomingMessage
    outgoing: ServerResponse
    client: string
    origin: string
  }): Promise<void> {
    const closed = new Promise<void>((resolve) => outgoing.once('close', resolve))
    const request = await recordRequest(incoming, origin)
    if (request === undefined) return
    const response = respond(request, client)
    if (response === null) {
      outgoing.socket?.destroy()
      return
    }
    const exchange = exchangeFrom(client, response)
    exchanges.push(exchange)
    void closed.then(() => response.lockstep?.release())
    const listeners = heard
    heard = []
    for (const listener of listeners) listener()
    await Promise.all([
      writeAnswer({ response: outgoing, answer: response.answer, lockstep: response.lockstep }),
      closed,
    ])
    const { fault } = response.answer
    exchange.aborted = !outgoing.writableFinished && (fault === undefined || fault === 'hangs')
  }

  return {
    origins: Object.fromEntries(lent.map(([client, origin]) => [client, origin.url])),
    exchanges,
    async settled() {
      while (open.size > 0) await Promise.all(open)
      if (mistake !== undefined) throw mistake
    },
    onReceived: (listener) => void heard.push(listener),
    refuse: async () => void (await Promise.all(lent.map(([, origin]) => origin.refuse()))),
    restore: async () => void (await Promise.all(lent.map(([, origin]) => origin.restore()))),
    close: () => {
      for (const [, origin] of lent) {
        origin.listener = undefined
        if (open.size > 0) origin.drop()
      }
    },
  }
}

/** The response is recorded as it was meant: pieces put together, and the failure beside them. */
export function exchangeFrom(client: string, { request, answer, received }: Response): Exchange {
  const { status, headers, fault } = answer
  const body = answer.chunks === undefined ? answer.body : Buffer.concat(answer.chunks)
  return {
    client,
    request,
    response: { status, headers, body, ...(fault !== undefined && { fault }) },
    ...(received && { received }),
    aborted: false,
  }
}
