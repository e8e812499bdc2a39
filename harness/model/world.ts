import type { Template } from './value.ts'

/** The world a contract needs; it means the same whether the harness plays the platform or a backend does. */
export interface Given {
  /** At least one; without `clients` in the contract, one called `client`. */
  readonly clients: Readonly<Record<string, GivenClient>>
  readonly users: Readonly<Record<string, { readonly role?: string }>>
  /** Entity → owner → records. */
  readonly entities: Readonly<Record<string, Readonly<Record<string, readonly Template[]>>>>
  readonly secrets: Readonly<Record<string, string>>
  /** What a deployed function answers: the nth call gets the nth reply, the last repeats. Names are templates. */
  readonly functions: Readonly<Record<string, readonly Reply[]>>
}

export interface GivenClient {
  readonly user?: string
  /** Holds the app's service token too. */
  readonly service?: boolean
  /** Laid over the stage's `{ appId, serverUrl }`. */
  readonly config?: Readonly<Record<string, Template>>
}

/** What a function answers, or what the network does instead. At most one body. */
export interface Reply {
  readonly status?: Template
  readonly headers?: Template
  readonly json?: Template
  readonly text?: Template
  readonly bytes?: Template
  /** Written one by one; in lockstep with the caller's reads where the step has `streams`. */
  readonly chunks?: Template
  readonly fault?: Template
}

export const networkFaults = ['refused', 'reset', 'reset-mid-body', 'hangs', 'not-http', 'throws'] as const
export type NetworkFault = (typeof networkFaults)[number]
export const replyBodies = ['json', 'text', 'bytes', 'chunks'] as const

/** A reply with its names filled in, ready to be written. */
export interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
  /** Instead of `body`: pieces that travel one by one. */
  readonly chunks?: readonly Uint8Array[]
  readonly fault?: NetworkFault
}
