import type { Encoded } from './value.ts'
import type { Place } from './problem.ts'

/** A known violation: it still runs, and must still fail in the recorded way. */
export interface Deviation {
  readonly id: string
  readonly place: Place
  readonly contract: string
  readonly row?: string
  /** Semver range of the SDK versions it is known of; left out where it is known of a backend. */
  readonly sdk?: string
  /** The backend it is known of: `base44-dev`, or `base44-dev@>=0.1.18`. */
  readonly backend?: string
  /** The range of either. */
  readonly versions: string
  /**
   * Of a backend: everything else that is broken by handing on requests at this route is known by this entry too,
   * whatever the contract.
   */
  readonly route?: string
  readonly fingerprint: string
  /** A draw that shows it; always run first. Only it decides that the entry is stale. */
  readonly witness: Readonly<Record<string, Encoded>>
  /** What is seen instead of the promise, in one line. */
  readonly instead: string
  readonly reason: string
  /** How and when it was seen. */
  readonly seen: string
  /** A patch beside the entry; on an SDK with it the promise is kept, and the script of `repro` ends with 0. */
  readonly repair?: string
  /** Of a backend: a script below the folder of the entry, which shows it by hand. */
  readonly script?: string
  readonly link?: string
  readonly owner?: string
  readonly until?: string
}
