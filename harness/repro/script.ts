import type { Contract } from '../model/contract.ts'
import type { Mismatch } from '../model/verdict.ts'
import type { Names } from './names.ts'
import type { Scope } from './source/scope.ts'
import type { Writing } from './source/value.ts'

/** A script while it is being written. */
export interface Script extends Writing {
  readonly contract: Contract
  readonly mismatch: Mismatch
  /** Index of the step in which the violation was seen. */
  readonly step: number
  readonly names: Names
  readonly scope: Scope
  /** What the lines written so far need: names of snippets, and ways in which the server answers. */
  readonly needed: Set<string>
  /** Clients that were built already, by the contract's name. */
  readonly built: Map<string, string>
}
