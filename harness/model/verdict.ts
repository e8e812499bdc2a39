import type { Encoded } from './value.ts'
import type { Exchange } from './exchange.ts'
import type { ExpectationKey } from './contract.ts'

/** In what way something differs from what was promised. A closed list: it is part of a fingerprint. */
export const mismatchKinds = [
  'absent',
  'unexpected',
  'different',
  'wrong-type',
  'wrong-count',
  'wrong-outcome',
  'unreadable',
  'escaped',
  'uncaught',
  'timed-out',
  'crashed',
] as const
export type MismatchKind = (typeof mismatchKinds)[number]

/** One place where what was seen is not what was promised. */
export interface Mismatch {
  readonly kind: MismatchKind
  readonly expectation: ExpectationKey | 'conduct'
  /** Keys from the expectation inwards. */
  readonly path: readonly (string | number)[]
  /** The path cut where a drawn value begins: the same for every draw. */
  readonly stablePath: readonly (string | number)[]
  readonly expected: Encoded
  readonly observed: Encoded
  /** The observed class: absent, a type, an error class, a literal status; never a drawn value. */
  readonly observedClass: string
}

/** What became of one draw. */
export type Judgement =
  | { readonly kind: 'holds' }
  | {
      readonly kind: 'violated'
      readonly step: number
      readonly mismatch: Mismatch
      readonly fingerprint: string
      /** Of a backend: which seat broke it. */
      readonly blame?: Blame
    }
  /** The trusted SDK breaks it by itself, on the stage: that is no evidence against a backend. */
  | { readonly kind: 'excused'; readonly reason: string }
  | { readonly kind: 'untestable'; readonly step: number; readonly reason: string }

/** Which seat broke a promise, and between which two places that shows. */
export interface Blame {
  readonly owner: Owner
  /** In words: "between the caller and the function: …". */
  readonly where: string
}

/** A violation with its evidence: the smallest counterexample that shrinking found. */
export interface Violation {
  readonly fingerprint: string
  /** Index of the step, from 0. */
  readonly step: number
  readonly mismatch: Mismatch
  readonly counterexample: Readonly<Record<string, Encoded>>
  /** Of a model: the steps that the counterexample comes to, up to the one that failed, as a contract would write them. */
  readonly history?: readonly HistoryStep[]
  readonly exchanges: readonly Exchange[]
  /** Token that runs exactly this counterexample again: `run --replay <token>`. */
  readonly replay: string
  /** Which seat of a backend's run broke it; left out: there was but one. */
  readonly blame?: Blame
  /** How many draws failed in this way, and how often it was made smaller. */
  readonly draws: number
  readonly shrinks: number
}

/** A step of a history, as a contract would write it, and what it is to its command. */
export interface HistoryStep {
  readonly of: string
  readonly step: Encoded
}

export type Verdict = 'holds' | 'violated' | 'untestable' | 'inapplicable'
/** Whose a verdict that is not `holds` is. */
export type Owner = 'sdk' | 'backend' | 'suite' | 'environment'

/** What became of one case: a contract's row on one subject. */
export interface CaseResult {
  readonly verdict: Verdict
  readonly runs: number
  readonly violations: readonly Violation[]
  /** For `untestable` and `inapplicable`. */
  readonly reason?: string
  readonly owner?: Owner
  /** Witnesses of deviations that were run: deviation id → the fingerprint seen, or null when it held. */
  readonly witnessed: Readonly<Record<string, string | null>>
  /** Input classes met: drawn name → class → number of draws. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** How steps ended, whatever was promised: `ok`, `status 404`, an error's class → number of steps. */
  readonly endings?: Readonly<Record<string, number>>
  readonly calls: number
  readonly durationMs: number
  /** Records of the run that a backend did not remove, in words. */
  readonly leftovers?: readonly string[]
  /** Judged once more, alone, since what was seen first may have been the load of the machine. */
  readonly again?: { readonly held: boolean }
  /** Judged several times with the same draws: how often, and how often it came out as told here. */
  readonly repeated?: { readonly times: number; readonly alike: number }
}
