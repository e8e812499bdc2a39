import type { Place } from './problem.ts'

/**
 * The table behind a promise that says *all*, *any*, *every* or *automatically*: every way the situation can
 * arise × every member it can reach. Each cell is a contract (a row) or a reason.
 */
export interface PromiseTable {
  readonly statements: readonly string[]
  readonly promise: string
  readonly ways: Readonly<Record<string, string>>
  readonly members: readonly string[]
  /** way → member → cell. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>
  readonly place: Place
}

/** A `case` is `contract` or `contract#row`. */
export type Cell =
  { readonly kind: 'case'; readonly case: string } | { readonly kind: 'reason'; readonly reason: string }
