import type { Encoded } from '../../model/value.ts'
import type { Mismatch } from '../../model/verdict.ts'

/** An entry as far as a log can tell it: all but what a person has to say. */
export interface Draft {
  readonly contract: string
  readonly row?: string
  /** The backend that failed; left out: the SDK. */
  readonly backend?: string
  /** Judged versions that failed in this way, ascending. */
  readonly versions: readonly string[]
  readonly fingerprint: string
  readonly witness: Readonly<Record<string, Encoded>>
  readonly step: number
  readonly mismatch: Mismatch
}

/** What was asked to be noted in every entry that is written. */
export interface Keeping {
  readonly link?: string
  readonly owner?: string
  readonly until?: string
}
