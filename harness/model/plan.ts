import type { Bindings } from './value.ts'
import type { Contract, Row } from './contract.ts'
import type { WireFact } from './wire.ts'
import type { Owner } from './verdict.ts'
import type { Pinned } from './replay.ts'

/** Where a case runs: on loopback, where a host name must answer without DNS, or before a backend. */
export type Lane = 'loopback' | 'host-name' | 'backend'

/** One row of one contract on one subject. */
export interface PlannedCase {
  /** Position in the plan, and in the log. */
  readonly index: number
  /** `contract#row`, or the contract's id where it has no rows. */
  readonly id: string
  readonly contract: Contract
  readonly row: Row
  readonly subject: string
  readonly lane: Lane
  /** Derived from the run's seed and the id, so that it does not depend on what else is selected. */
  readonly seed: number
  readonly runs: number
  /** Addresses and names that no document states: what the stage answers at, and what `${wire.…}` stands for. */
  readonly wire: readonly WireFact[]
  /** Functions that are deployed at a backend, for generators to draw from; left out: any name goes. */
  readonly functions?: readonly string[]
  /** Draws to run before the others: deviation id → draw. */
  readonly witnesses: Readonly<Record<string, Bindings>>
  /** The only draw there is to be: the case is replayed. */
  readonly pinned?: Pinned
  /** Of a backend: the profiles that this is part of. */
  readonly profiles?: readonly string[]
  /** Set where the subject does not claim this: it is reported, not run. */
  readonly inapplicable?: Inapplicable
}

/** Why a case is not run, and whose that is: the SDK's, which does not claim it, or the suite's, which asks in vain. */
export interface Inapplicable {
  readonly reason: string
  readonly owner: Owner
}

export interface Plan {
  readonly cases: readonly PlannedCase[]
  /** Of everything that decides what is run: equal digests, equal plans. */
  readonly digest: string
}
