import type { Exchange, Received, RecordedRequest } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import { openSockets, type Sockets, type SocketsOptions } from '../sockets/sockets.ts'
import type { Lockstep } from './lockstep.ts'
import { openLender, type Lender, type Lent, type Visit } from './lend.ts'
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
  readonly respond: (request: RecordedRequest, client: string) => Promise<Response | null> | Response | null
  /** Who is the platform for sockets. Left out: they are refused. */
  readonly sockets?: Pick<SocketsOptions, 'dial' | 'leaving'> | undefined
}

/** What the platform makes of one request. */
export interface Response {
  /** The request as it counts: what a fault made of it. */
  readonly request: RecordedRequest
  readonly answer: Answer
  readonly received?: Received
  readonly lockstep?: Lockstep
}

export interface Scene extends Lent {
  /** Everything recorded so far, in order of arrival. */
  readonly exchanges: Exchange[]
  /** Calls back once, at the next recorded request. */
  onReceived: (heard: () => void) => void
  /** Whether a request waits before it leaves: that time is nobody's. Left out: never. */
  isWaiting?: () => boolean
  /** Left out: no socket is taken. */
  readonly sockets?: Sockets
}

export async function openStage(): Promise<Stage> {
  const lender = await openLender()
  return { open: (scene) => openScene(scene, lender), close: lender.close }
}

function openScene({ clients, respond, sockets: platform }: SceneOptions, lender: Lender): Scene {
  const exchanges: Exchange[] = []
  const sockets = platform && openSockets({ ...platform, exchanges })
  let heard: (() => void)[] = []

  async function attend({ incoming, outgoing, client, origin }: Visit): Promise<void> {
    const closed = new Promise<void>((resolve) => outgoing.once('close', resolve))
    const request = await recordRequest(incoming, origin)
    if (request === undefined) return
    const response = await respond(request, client)
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

  const lent = lender.lend(clients, attend, sockets?.accept)
  return {
    ...lent,
    exchanges,
    onReceived: (listener) => void heard.push(listener),
    ...(sockets && { sockets }),
    close() {
      sockets?.close()
      lent.close()
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
