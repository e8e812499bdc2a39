import type { Named } from './read-files.ts'

/** Where the data lies. */
export interface Sources {
  /** Folder of the contracts, with `statements/`, `tables/` and `wire.yaml`. */
  readonly contracts: string
  /** Folder of the suites, with `deviations/`. */
  readonly suites: string
  /** What a user has beside that. */
  readonly added?: Added
}

/** A user's own promises, beside the built-in ones. */
export interface Added {
  readonly contracts: readonly AddedFolder[]
  readonly deviations: readonly AddedFolder[]
  /** Suites that a user wrote down, each read already. */
  readonly suites: readonly Named[]
}

export interface AddedFolder {
  readonly directory: string
  /** How messages name it. */
  readonly as: string
  /** What the ids of everything in it begin with. */
  readonly name: string
}

/** The suite that exists as soon as a user has contracts: everything for SDKs, and everything of theirs. */
export const suiteOfAll = 'all'
