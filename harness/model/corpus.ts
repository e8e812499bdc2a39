import type { Contract } from './contract.ts'
import type { Deviation } from './deviation.ts'
import type { PromiseTable } from './table.ts'
import type { Statement } from './statement.ts'
import type { Suite } from './suite.ts'
import type { WireFact } from './wire.ts'

/** Everything that is written as data, loaded and found free of mistakes. */
export interface Corpus {
  readonly contracts: readonly Contract[]
  readonly statements: readonly Statement[]
  readonly suites: readonly Suite[]
  readonly deviations: readonly Deviation[]
  readonly tables: readonly PromiseTable[]
  readonly wire: readonly WireFact[]
}
