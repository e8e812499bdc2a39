import type { Bindings } from '../../model/value.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Lockstep } from '../stage/lockstep.ts'
import type { Session } from './session.ts'
import type { Deadline } from './settle.ts'

/** How one action went. */
export interface Performed {
  readonly outcome: Outcome
  /** Text of a body as it arrived. */
  readonly streamed: readonly string[]
}

/** What an action is performed with. */
export interface Performance {
  readonly session: Session
  readonly bindings: Bindings
  readonly deadline: Deadline
  readonly lockstep: Lockstep | undefined
  readonly onRead: () => void
}

export function timedOut({ deadline }: Performance): Performed {
  return { outcome: { kind: 'timed-out', limitMs: deadline.limitMs }, streamed: [] }
}
