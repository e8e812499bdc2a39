import type { Encoded } from './value.ts'

/** What was seen of a socket, in the words of contracts: it was opened, it was closed, an event went or came. */
export interface SocketFrame {
  readonly kind: FrameKind
  /** Of `emit` and `receive`. */
  readonly event?: string
  /** The argument of the event; a list where there are several, left out where there is none. */
  readonly data?: Encoded
}

export const frameKinds = ['connect', 'close', 'emit', 'receive'] as const
export type FrameKind = (typeof frameKinds)[number]

/** An event on its way through, as a planted fault of a backend sees it. */
export interface PassingEvent {
  /** The contract's name of the client whose socket it is. */
  readonly client: string
  readonly from: 'caller' | 'backend'
  readonly event: string
  readonly args: readonly Encoded[]
}

/** What a broken backend makes of an event: to whom it goes besides, or instead. Left out: to whom it was meant for. */
export interface SpoiltEvent extends PassingEvent {
  readonly to?: 'everybody'
}
