import type { Level, Provenance } from './contract.ts'
import type { CaseResult, Owner } from './verdict.ts'
import type { SubjectIdentity } from './subject.ts'

/**
 * The event log: NDJSON, the only output of a run. Every report is a pure function of it. Fields are added,
 * never made required; `schema` counts breaking changes.
 */
export type Event = HeaderEvent | CaseEvent | FooterEvent

export interface HeaderEvent {
  readonly kind: 'header'
  readonly schema: 1
  readonly harness: string
  readonly startedAt: string
  readonly seed: number
  readonly runs: number
  /** Digest of the plan: equal digests, equal plans. */
  readonly plan: string
  readonly planned: number
  readonly suite: string
  /** Warnings count as red. */
  readonly strict?: boolean
  /** Set where one counterexample was run again: its token. */
  readonly replay?: string
  /** Arguments that `run` was given besides the selection and the seed: what a line to run it again repeats. */
  readonly flags?: readonly string[]
  readonly subjects: readonly SubjectIdentity[]
  /** Deviations that apply to these subjects, as recorded. */
  readonly deviations: readonly RecordedDeviation[]
  /** Of backends: the profiles that what is judged is part of. */
  readonly profiles?: readonly DescribedProfile[]
  /** Texts of the statements that the planned contracts cite. */
  readonly statements: Readonly<Record<string, QuotedStatement>>
}

/** A part of the platform that a backend may claim to implement. */
export interface DescribedProfile {
  readonly name: string
  readonly title: string
  /** Cases of the whole profile, whatever was selected. */
  readonly cases: number
}

export interface QuotedStatement {
  readonly document: string
  readonly section: string
  readonly quote: string
}

/** What a report says of a known violation. */
export interface RecordedDeviation {
  readonly id: string
  readonly case: string
  readonly subject: string
  readonly fingerprint: string
  readonly instead: string
  readonly reason: string
  readonly until?: string
  /** Who deals with it, and where. */
  readonly owner?: string
  readonly link?: string
  /** Of a backend: it is known by this route, wherever that is met. */
  readonly route?: string
  /** Of what the run judged it by: tells whether the entry was changed since. */
  readonly digest?: string
}

/** One line a case, in plan order. */
export interface CaseEvent {
  readonly kind: 'case'
  readonly index: number
  /** `contract#row`. */
  readonly id: string
  readonly contract: DescribedContract
  readonly subject: string
  readonly result: CaseResult
  /** How the recorded deviations bear on it. */
  readonly standing: Standing
}

export interface DescribedContract {
  readonly id: string
  readonly row?: string
  readonly title: string
  readonly level: Level
  readonly provenance: Provenance
  readonly cites: readonly string[]
  /** On a backend: the profiles that it is part of. */
  readonly profiles?: readonly string[]
  /** File and line, relative to the corpus. */
  readonly file: string
  readonly line: number
}

/** How the recorded deviations bear on a case: fingerprints that are known, new, and entries that are stale. */
export interface Standing {
  /** Fingerprint → deviation id. */
  readonly known: Readonly<Record<string, string>>
  readonly unexpected: readonly string[]
  /** Deviations whose witness no longer fails in the recorded way. */
  readonly stale: readonly string[]
  /** Deviations whose `until` has passed. */
  readonly expired: readonly string[]
  /** Whose the stale and the expired are; set where there are some. */
  readonly owner?: Owner
}

export interface FooterEvent {
  readonly kind: 'footer'
  readonly totals: Totals
  readonly exitCode: ExitCode
  readonly durationMs: number
  readonly interrupted: boolean
  /** Stopped at the first red case, as it was asked to. */
  readonly bailed?: boolean
  /** Subjects that ended by themselves: the rest of their cases is not run. */
  readonly lost?: readonly { readonly subject: string; readonly reason: string }[]
  /** Whose it is that planned cases were not run; set where there are some. */
  readonly owner?: Owner
}

export interface Totals {
  readonly holds: number
  /** Unexpected violations that are red. */
  readonly violated: number
  /** Violations that are amber or noted: level `should` or `may`, disputed, observed. */
  readonly noted: number
  /** Of these the amber ones, a violated `should`: red with `--strict`. */
  readonly warnings?: number
  readonly deviating: number
  readonly untestable: number
  readonly inapplicable: number
  readonly notRun: number
  readonly stale: number
  readonly expired: number
  readonly draws: number
  readonly calls: number
}

export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 130
