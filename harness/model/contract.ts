import type { Place } from './problem.ts'
import type { Given, Reply } from './world.ts'
import type { Template } from './value.ts'

/** One documented behaviour, as data. */
export interface Contract {
  /** Its path below `contracts/` without `.yaml`. */
  readonly id: string
  readonly place: Place
  readonly title: string
  /** Statement ids, three at most. */
  readonly cites: readonly string[]
  readonly provenance: Provenance
  readonly level: Level
  readonly only: Only
  /** One nameless row where the contract has no `examples`. */
  readonly rows: readonly Row[]
  readonly forAll: Readonly<Record<string, Draw>>
  readonly given: Given
  /** Empty where a model emits them, draw by draw: `stepsOf` has them all. */
  readonly steps: readonly Step[]
  /** The model that emits the steps, and the entities in which its histories make records. */
  readonly model?: { readonly name: string; readonly writes: readonly string[] }
  /** Statement id (or `*`, the whole contract) → the planted faults that must break it. */
  readonly falsifiedBy: Readonly<Record<string, readonly string[]>>
  /** Which seats it can judge; follows from what it says. */
  readonly seats: readonly Seat[]
}

/** `must` is red, `should` amber (red with `--strict`), `may` is noted. */
export type Level = 'must' | 'should' | 'may'
export type Seat = 'sdk' | 'backend'

export type Provenance =
  | { readonly kind: 'documented' }
  | { readonly kind: 'observed'; readonly reason: string }
  | { readonly kind: 'disputed'; readonly reason: string }

/** Where a contract applies; left out means everywhere. */
export interface Only {
  readonly sdk?: string
  readonly backend?: string
  readonly runtime?: readonly string[]
  readonly claims?: readonly string[]
  readonly because?: string
}

/** A case of its own: `contract#row`, with its own verdict and deviations. */
export interface Row {
  readonly name?: string
  readonly bindings: Readonly<Record<string, Template>>
  readonly cites: readonly string[]
  readonly only: Only
  readonly place: Place
}

/** Where a drawn name gets its values. */
export type Draw =
  | { readonly kind: 'generator'; readonly generator: string }
  | { readonly kind: 'one-of'; readonly values: readonly Template[] }
  /** A list of commands of a model. */
  | { readonly kind: 'history'; readonly model: string }

export type Step = CallStep | ConstructStep | ReadStep | TogetherStep | HttpStep | InsideStep | DeployStep

interface StepBase {
  readonly place: Place
  /** Of a model's step: what it is called in a fingerprint, where its number would be a drawn one. */
  readonly named?: string
  /** Of a model's step: performed also where the history broke off before it, and then not judged. */
  readonly closing?: true
  /** Overrides the world for this step: the nth request gets the nth reply, the last repeats. */
  readonly answers?: readonly Reply[]
  readonly expect: Expectations
}

/** A list, or one substitution that stands for the whole list (`with: "${args}"`). */
export type Arguments = readonly Template[] | string

/** A method by its path, or a kept function (`${stop}`). */
export interface CallStep extends StepBase {
  readonly kind: 'call'
  readonly path: string
  /** A client's name or a kept value. */
  readonly on?: string
  readonly with: Arguments
}

export interface ConstructStep extends StepBase {
  readonly kind: 'construct'
  readonly factory: string
  readonly with: Arguments
}

export interface ReadStep extends StepBase {
  readonly kind: 'read'
  readonly path: string
  readonly on?: string
}

/** Steps started in one turn, not awaited in between. */
export interface TogetherStep extends StepBase {
  readonly kind: 'together'
  readonly steps: readonly (CallStep | HttpStep)[]
}

/** A raw request to the app's address. */
export interface HttpStep extends StepBase {
  readonly kind: 'http'
  readonly request: HttpRequest
  /** The client whose address it goes to; left out: the first. */
  readonly on?: string
}

/** A request as it is written: what is left out is not sent. At most one body. */
export interface HttpRequest {
  readonly method?: Template
  /** The name of a path in `contracts/wire.yaml` that stands before {@link HttpRequest.path}. */
  readonly at?: string
  /** Written as it stands; what a `${name}` stands for is percent-encoded segment by segment. */
  readonly path: string
  /** Name → value or list of values, or text that is written as it stands. */
  readonly query?: Template
  readonly headers?: Template
  readonly json?: Template
  readonly text?: Template
  readonly form?: Template
  readonly bytes?: Template
  /** When its caller hangs up. */
  readonly signal?: Template
}

/**
 * A step that is performed inside a backend function. A contract groups several under one `inside`; here each is a step
 * of its own, so that it is judged, numbered and kept from like any other.
 */
export interface InsideStep extends StepBase {
  readonly kind: 'inside'
  /** The fixture function that performs it. */
  readonly function: string
  /** The client that calls the function, or `http`: a raw request of nobody. */
  readonly by: string
  readonly action: 'call' | 'read'
  readonly path: string
  readonly with: Arguments
}

/** Files that are put into the project of a backend that runs here, until the draw is over. */
export interface DeployStep extends StepBase {
  readonly kind: 'deploy'
  /** Path below `base44/` → text, or a form that comes to bytes. */
  readonly files: Template
}

/** What must be seen. A key left out is unconstrained; `[]` in a list means none. */
export interface Expectations {
  readonly resolves?: Template
  readonly rejects?: Template
  readonly returns?: Template
  readonly throws?: Template
  readonly fails?: Template
  readonly sends?: Template
  readonly receives?: Template
  readonly streams?: Template
  readonly notifies?: Template
  readonly prints?: Template
}

export const outcomeKeys = ['resolves', 'rejects', 'returns', 'throws', 'fails'] as const
export type OutcomeKey = (typeof outcomeKeys)[number]
export type ExpectationKey = OutcomeKey | 'sends' | 'receives' | 'streams' | 'notifies' | 'prints'
/** In the order in which they are judged, so that a `$keep` binds before it is used. */
export const expectationKeys: readonly ExpectationKey[] = [
  ...outcomeKeys,
  'sends',
  'receives',
  'streams',
  'notifies',
  'prints',
]
