/** A named selection of contracts for an audience. */
export interface Suite {
  readonly name: string
  readonly title: string
  /** Globs over contract ids; one that matches nothing is an error. */
  readonly contracts: readonly string[]
  readonly seat: 'sdk' | 'backend'
  readonly runs?: number
  /** A part of the platform that a backend may claim to implement: a claim needs the whole of it. */
  readonly profile?: true
}
