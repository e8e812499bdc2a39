import type { Arbitrary } from 'fast-check'
import type { Seat } from './contract.ts'
import type { Encoded } from './value.ts'
import type { Given } from './world.ts'

/**
 * A model of what a subject promises over many calls: commands to draw histories of, and what must be seen after each,
 * which a few lines compute that know the promise. Pure: one history, one list of steps, judged like those of a contract.
 */
export interface HistoryModel {
  readonly name: string
  /** One sentence for `list` and for editors. */
  readonly title: string
  /** Whom its steps can judge. */
  readonly seats: readonly Seat[]
  /** Entities in which its histories make records. */
  readonly writes: readonly string[]
  /** Classes of histories it promises to meet; each must occur within 1,000 seeds. */
  readonly classes: Readonly<Record<string, (history: Encoded) => boolean>>
  /** Lists of commands, as plain data, in a world that has these clients and users. */
  readonly histories: (given: Given) => Arbitrary<Encoded>
  readonly stepsOf: (history: Encoded, given: Given) => readonly ModelStep[]
}

/** A step that a command comes to. */
export interface ModelStep {
  /** The kind of its command, and what it is to it: its name in a fingerprint, where its place says nothing. */
  readonly of: string
  /** In the contract language, as a contract would write it. Drawn text has its `$` doubled. */
  readonly step: Encoded
  /** Takes away what the history made: performed at its end, also where that comes early. */
  readonly closing?: true
}

/** What the loader knows of a model. */
export type ModelFacts = Pick<HistoryModel, 'seats' | 'writes'>

/** The drawn name that a history is bound to. */
export const historyName = 'history'
