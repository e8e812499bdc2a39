import type { ExpectationKey } from './contract.ts'

/** What became of a planted fault: whether the contract that names it broke, and at the right place. */
export interface Proof {
  readonly contract: string
  /** Statement the fault is named for; `*` stands for the whole contract. */
  readonly statement: string
  readonly fault: string
  readonly result: ProofResult
  /** The case that caught it, or the last one that did not. */
  readonly case: string
  readonly fingerprint?: string
  readonly reason?: string
}

/**
 * `caught` · `misplaced`: the contract breaks, but somebody else than the backend is blamed · `survived`: the contract holds although the fault is planted · `control-failed`: the step broke
 * that only shows that the world works · `unjudged`: no row holds without a fault, or it could not be run.
 */
export type ProofResult = 'caught' | 'misplaced' | 'survived' | 'control-failed' | 'unjudged'

/** An expectation that holds whatever was seen at this place: it has no teeth. */
export interface Toothless {
  /** Index of the step, from 0. */
  readonly step: number
  readonly expectation: ExpectationKey
  /** Keys from the expectation inwards. */
  readonly path: readonly (string | number)[]
}
