import type { Place } from './problem.ts'

/** Who can keep or break a sentence of the documentation. */
export const judges = ['sdk', 'backend', 'cli', 'types', 'hosting-only'] as const
export type Judge = (typeof judges)[number]

/** One checkable sentence of the documentation. */
export interface Statement {
  readonly id: string
  readonly title: string
  readonly document: string
  readonly section: string
  /** Its wording, as it stands in the document. */
  readonly quote: string
  /** The same in plain words. */
  readonly statement: string
  readonly judges: Judge
  readonly how: string
  readonly excluded?: Exclusion
  /** What has to be there before a contract can cover it, in words. */
  readonly waits?: string
  readonly place: Place
}

/**
 * Why no contract will cover a statement. Only guidance and hosted-only statements may be excluded as such;
 * any other exclusion names the observation that would be needed and why it is out of reach.
 */
export interface Exclusion {
  readonly because: 'guidance' | 'hosted-only' | 'out-of-reach'
  readonly reason: string
  readonly observation?: string
}
