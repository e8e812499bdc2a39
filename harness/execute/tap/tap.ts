import type { BackendAccess } from '../../model/backend.ts'
import type { PassingEvent, SpoiltEvent } from '../../model/frame.ts'
import type { Exchange, RecordedRequest } from '../../model/exchange.ts'
import type { Manner } from '../../model/fault.ts'
import type { Answer } from '../../model/world.ts'
import type { Manners } from '../backends/manners.ts'
import { openSockets, type Sockets } from '../sockets/sockets.ts'
import { openLender, type Lender, type Lent, type Visit } from '../stage/lend.ts'
import { recordRequest } from '../stage/record-request.ts'
import { openUpstream, type Upstream } from './upstream.ts'
import { handOn } from './hand-on.ts'
import { atOnce, openQueue } from './queue.ts'

/** Stands between the caller and a backend: what goes through is passed on as it is, and recorded. */
export interface Tap {
  /** From here until `close` the given clients have origins of their own. */
  open: (options: TapOptions) => Tapped
  /** Whether a request waits for its turn at the moment, because the backend asked for patience. */
  isWaiting: () => boolean
  close: () => Promise<void>
}

/** The origins of a scene; its sockets, where any are passed on. */
export interface Tapped extends Lent {
  readonly sockets?: Sockets
}

/** What a planted fault does to what goes through; nothing where none is planted. */
export interface Spoiling {
  readonly request?: ((request: RecordedRequest) => RecordedRequest | null) | undefined
  /** An answer that is given without asking the backend. */
  readonly instead?: ((request: RecordedRequest) => Answer | undefined) | undefined
  readonly answer?: ((answer: Answer, request: RecordedRequest) => Answer) | undefined
  /** How often a request is handed on; the answer to the last is the one that counts. */
  readonly times?: ((request: RecordedRequest) => number) | undefined
  readonly event?: ((event: PassingEvent) => readonly SpoiltEvent[]) | undefined
  readonly manner?: Manner | undefined
}

export interface TapOptions {
  readonly clients: readonly string[]
  readonly exchanges: Exchange[]
  readonly spoiling: Spoiling
  /** Whether sockets are passed on. Left out: they are refused. */
  readonly sockets?: boolean
}

export async function openTap(access: BackendAccess, manners: Manners): Promise<Tap> {
  const upstream = openUpstream(access, manners)
  const lender = await openLender()
  return {
    open: (options) => openScene(options, { upstream, lender }),
    isWaiting: upstream.isWaiting,
    async close() {
      await lender.close()
      upstream.close()
    },
  }
}

function openScene(
  { clients, exchanges, spoiling, sockets: passed }: TapOptions,
  { upstream, lender }: { upstream: Upstream; lender: Lender },
): Tapped {
  const inTurn = spoiling.manner === 'one-at-a-time' ? openQueue() : atOnce
  const { request: arriving, event: spoil } = spoiling
  const sockets =
    passed === true ? openSockets({ dial: upstream.dial, exchanges, seat: 'caller', arriving, spoil }) : undefined
  const attend = async ({ incoming, outgoing, client, origin }: Visit): Promise<void> => {
    const sent = await recordRequest(incoming, origin)
    if (sent === undefined) return
    const exchange: Exchange = { client, seat: 'caller', request: sent, aborted: false }
    exchanges.push(exchange)
    await inTurn(() => handOn({ exchange, exchanges, outgoing, upstream, spoiling }))
  }
  const lent = lender.lend(clients, attend, sockets?.accept)
  return {
    ...lent,
    ...(sockets && { sockets }),
    close() {
      sockets?.close()
      lent.close()
    },
  }
}
