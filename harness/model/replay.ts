import type { Bindings } from './value.ts'

/** Which counterexample: a draw of a case. What a replay token says. */
export interface Replay {
  /** The contract's id. */
  readonly contract: string
  readonly row?: string
  readonly draw: DrawPlace
}

/** Where a draw is found again. A path is fast-check's: the number of the draw, then the steps of shrinking. */
export type DrawPlace =
  /** The contract draws nothing. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'seeded'; readonly seed: number; readonly path: string; readonly check?: string }
  /** One of all combinations, where there were few enough to have them all. */
  | { readonly kind: 'listed'; readonly path: string; readonly check?: string }
  /** What a recorded deviation keeps to show itself. */
  | { readonly kind: 'witness'; readonly deviation: string }

/** A draw that was found again, and by what. */
export interface Pinned {
  readonly draw: Bindings
  readonly token: string
}
