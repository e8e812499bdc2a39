import type { Answer } from './world.ts'
import type { Observation } from './outcome.ts'
import type { RecordedRequest } from './exchange.ts'

/**
 * A planted defect that some contract must catch: a pure function over what the SDK sends, what the platform
 * answers, or what the caller sees. One a file, named for what goes wrong.
 */
export interface Fault {
  /** `sdk/…` or `backend/…`. */
  readonly id: string
  readonly title: string
  /** The request as it would have left a broken SDK; `null`: it never left. */
  readonly request?: (request: RecordedRequest) => RecordedRequest | null
  /** The answer as a broken platform would have given it. */
  readonly answer?: (answer: Answer, request: RecordedRequest) => Answer
  /** The observation as a caller of a broken SDK would have made it. */
  readonly observation?: (observation: Observation) => Observation
}
