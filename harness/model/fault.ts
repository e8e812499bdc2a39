import type { PassingEvent, SpoiltEvent } from './frame.ts'
import type { SignedIn } from './backend.ts'
import type { Answer } from './world.ts'
import type { Observation } from './outcome.ts'
import type { Exchange, RecordedRequest } from './exchange.ts'

/**
 * A planted defect that some contract must catch: a pure function over what the SDK sends, what the platform
 * answers, or what the caller sees. One a file, named for what goes wrong. Those of a backend are what a proxy in front
 * of it would do: they change a request on its way there, and its answer on its way back.
 */
export interface Fault {
  /** `sdk/…` or `backend/…`. */
  readonly id: string
  readonly title: string
  /** The request as it would have left a broken SDK, or reached a broken backend; `null`: it never did. */
  readonly request?: (request: RecordedRequest, around: Around) => RecordedRequest | null
  /** What a broken backend answers without having done anything; undefined: it does as it is asked. */
  readonly instead?: (request: RecordedRequest, around: Around) => Answer | undefined
  /** How often the backend gets the request; the caller gets the last answer. Left out: once. */
  readonly times?: (request: RecordedRequest) => number
  /** The answer as a broken platform would have given it. */
  readonly answer?: (answer: Answer, around: AroundAnswer) => Answer
  /** What a broken backend would have handed to its function. */
  readonly received?: (request: RecordedRequest, around: AroundReceived) => RecordedRequest
  /** What a broken backend would have printed. */
  readonly printed?: (lines: readonly string[]) => readonly string[]
  /** What a broken backend makes of an event on a socket: nothing, the same, others. */
  readonly event?: (event: PassingEvent, around: AroundEvent) => readonly SpoiltEvent[]
  /** How a broken backend deals with requests, whatever they are. */
  readonly manner?: Manner
  /** The observation as a caller of a broken SDK would have made it. */
  readonly observation?: (observation: Observation) => Observation
}

/** What a broken backend knows besides the request itself. */
export interface Around {
  /** Other exchanges with the caller up to now, the oldest first; some may not be answered yet. */
  readonly earlier: readonly Exchange[]
  /** Its users, by role. */
  readonly users: Readonly<Record<string, readonly SignedIn[]>>
  readonly serviceToken?: string
  /** The client that sends it, by the contract's name; left out: none that a contract names. */
  readonly client?: string
  /** What its functions keep secret. */
  readonly secrets: readonly string[]
}

export interface AroundAnswer extends Around {
  /** What is answered, as the caller sent it. */
  readonly request: RecordedRequest
  /** Whether a function handed it over to the desk. */
  readonly handled: boolean
}

export interface AroundReceived extends Around {
  /** What was last sent to the backend. */
  readonly sent: RecordedRequest
}

export interface AroundEvent {
  /** Other events up to now, the oldest first, as they came. */
  readonly earlier: readonly PassingEvent[]
}

/** `keeps-calling`: whoever hangs up is still served. `one-at-a-time`: a request waits for the answer to the last one. */
export type Manner = 'keeps-calling' | 'one-at-a-time'

/** On the stage nobody else is there. */
export const nobodyAround: Around = { earlier: [], users: {}, secrets: [] }
