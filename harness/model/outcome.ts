import type { Encoded } from './value.ts'
import type { Exchange } from './exchange.ts'

/** What became of an action. Nothing an SDK does makes the harness throw: it is a value of this union. */
export type Outcome =
  | { readonly kind: 'resolved'; readonly value: Encoded }
  | { readonly kind: 'rejected'; readonly error: Encoded }
  | { readonly kind: 'returned'; readonly value: Encoded }
  | { readonly kind: 'threw'; readonly error: Encoded }
  /** Not settled within the limit. */
  | { readonly kind: 'timed-out'; readonly limitMs: number }
  /** The thread died or stopped answering. */
  | { readonly kind: 'crashed'; readonly how: 'exit' | 'uncaught' | 'blocked'; readonly detail: string }

/** Everything that was seen during one step. */
export interface Observation {
  readonly outcome: Outcome
  readonly exchanges: readonly Exchange[]
  /** The body text as it arrived, one entry for each lockstep chunk. */
  readonly streamed: readonly string[]
  /** Calls of `$callback`s since the previous step: name → argument lists. */
  readonly notified: Readonly<Record<string, readonly (readonly Encoded[])[]>>
  /** Lines that the backend printed meanwhile; left out: nobody looked. */
  readonly printed?: readonly string[]
  /** Attempts to leave loopback; none of them reached the network. */
  readonly escapes: readonly Escape[]
  /** Errors that nobody caught. */
  readonly uncaught: readonly Encoded[]
  /** For `together`: the outcomes of its steps, in their order. */
  readonly parts?: readonly Outcome[]
}

export interface Escape {
  /** `forward`: a backend was about to hand a request to another host. */
  readonly through: 'net' | 'tls' | 'dgram' | 'dns' | 'forward'
  readonly target: string
  /** Of what was forwarded: its address without anything drawn. */
  readonly route?: string
}
