import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BackendAccess } from '../../model/backend.ts'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import type { Manner } from '../../model/fault.ts'
import type { Answer } from '../../model/world.ts'
import type { Manners } from '../backends/manners.ts'
import { openOrigin, type Origin } from '../stage/origin.ts'
import { recordRequest } from '../stage/record-request.ts'
import { openUpstream, type Upstream } from './upstream.ts'
import { handOn } from './hand-on.ts'
import { atOnce, openQueue } from './queue.ts'

/** Stands between the caller and a backend: what goes through is passed on as it is, and recorded. */
export interface Tap {
  /** From here until `close` the given clients have origins of their own. */
  open: (options: TapOptions) => TapScene
  /** Whether a request waits for its turn at the moment, because the backend asked for patience. */
  isWaiting: () => boolean
  close: () => Promise<void>
}

/** What a planted fault does to what goes through; nothing where none is planted. */
export interface Spoiling {
  readonly request?: ((request: RecordedRequest) => RecordedRequest | null) | undefined
  /** An answer that is given without asking the backend. */
  readonly instead?: ((request: RecordedRequest) => Answer | undefined) | undefined
  readonly answer?: ((answer: Answer, request: RecordedRequest) => Answer) | undefined
  /** How often a request is handed on; the answer to the last is the one that counts. */
  readonly times?: ((request: RecordedRequest) => number) | undefined
  readonly manner?: Manner | undefined
}

export interface TapOptions {
  readonly clients: readonly string[]
  readonly exchanges: Exchange[]
  readonly spoiling: Spoiling
}

export interface TapScene {
  readonly origins: Readonly<Record<string, string>>
  /** Resolves when everything that went through is complete or broken off. */
  settled: () => Promise<void>
  refuse: () => Promise<void>
  restore: () => Promise<void>
  close: () => void
}

/** As on the stage: origins go round, so that a straggler of one case meets a closed one. */
const origins = 8

export async function openTap(access: BackendAccess, manners: Manners): Promise<Tap> {
  const upstream = openUpstream(access, manners)
  const pool = await Promise.all(Array.from({ length: origins }, openOrigin))
  let next = 0
  return {
    open(options) {
      if (options.clients.length > pool.length) throw new Error(`a case has at most ${pool.length} clients`)
      const lent = options.clients.map((client) => [client, pool[next++ % pool.length] as Origin] as const)
      return openScene(lent, upstream, options)
    },
    isWaiting: upstream.isWaiting,
    async close() {
      await Promise.all(pool.map((origin) => origin.close()))
      upstream.close()
    },
  }
}

function openScene(
  lent: readonly (readonly [string, Origin])[],
  upstream: Upstream,
  { exchanges, spoiling }: TapOptions,
): TapScene {
  const open = new Set<Promise<void>>()
  const inTurn = spoiling.manner === 'one-at-a-time' ? openQueue() : atOnce
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

  async function attend(at: {
    incoming: IncomingMessage
    outgoing: ServerResponse
    client: string
    origin: string
  }): Promise<void> {
    const { outgoing, client } = at
    const sent = await recordRequest(at.incoming, at.origin)
    if (sent === undefined) return
    const exchange: Exchange = { client, seat: 'caller', request: sent, aborted: false }
    exchanges.push(exchange)
    await inTurn(() => handOn({ exchange, exchanges, outgoing, upstream, spoiling }))
  }

  return {
    origins: Object.fromEntries(lent.map(([client, origin]) => [client, origin.url])),
    async settled() {
      while (open.size > 0) await Promise.all(open)
      if (mistake !== undefined) throw mistake
    },
    refuse: async () => void (await Promise.all(lent.map(([, origin]) => origin.refuse()))),
    restore: async () => void (await Promise.all(lent.map(([, origin]) => origin.restore()))),
    close() {
      for (const [, origin] of lent) {
        origin.listener = undefined
        if (open.size > 0) origin.drop()
      }
    },
  }
}
