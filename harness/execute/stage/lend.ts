import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SocketVisit } from '../sockets/sockets.ts'
import { openOrigin, type Origin } from './origin.ts'

/** Origins that are lent to the clients of one scene after the other. */
export interface Lender {
  /** Sockets are refused where nobody takes them. */
  lend: (
    clients: readonly string[],
    attend: (visit: Visit) => Promise<void>,
    takeSocket?: (visit: SocketVisit) => void,
  ) => Lent
  close: () => Promise<void>
}

/** A request that came to an origin while it was lent. */
export interface Visit {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly client: string
  readonly origin: string
}

/** The origins of a scene, until `close`. */
export interface Lent {
  readonly origins: Readonly<Record<string, string>>
  /** Resolves when every visit is over; rejects where attending to one was a mistake. */
  settled: () => Promise<void>
  refuse: () => Promise<void>
  restore: () => Promise<void>
  close: () => void
}

/**
 * Origins go round, so that a straggler of one case meets a closed origin instead of the next case. Enough of
 * them to keep a distance of several cases, few enough that connections stay warm.
 */
const origins = 8

export async function openLender(): Promise<Lender> {
  const pool = await Promise.all(Array.from({ length: origins }, openOrigin))
  let next = 0
  return {
    lend(clients, attend, takeSocket) {
      if (clients.length > pool.length) throw new Error(`a case has at most ${pool.length} clients`)
      const lent = clients.map((client) => [client, pool[next++ % pool.length] as Origin] as const)
      return attendAt({ lent, attend, takeSocket })
    },
    close: async () => void (await Promise.all(pool.map((origin) => origin.close()))),
  }
}

function attendAt({
  lent,
  attend,
  takeSocket,
}: {
  lent: readonly (readonly [string, Origin])[]
  attend: (visit: Visit) => Promise<void>
  takeSocket: ((visit: SocketVisit) => void) | undefined
}): Lent {
  const open = new Set<Promise<void>>()
  let mistake: Error | undefined
  for (const [client, origin] of lent) {
    origin.upgrade =
      takeSocket && ((request, socket, head) => takeSocket({ request, socket, head, client, origin: origin.url }))
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
        origin.upgrade = undefined
        if (open.size > 0) origin.drop()
      }
    },
  }
}
