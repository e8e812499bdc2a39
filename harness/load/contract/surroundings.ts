import type { z } from 'zod'
import type { ModelFacts } from '../../model/history-model.ts'

/** What a contract may refer to outside itself. */
export interface Surroundings {
  /** Generator → the members that it declares. */
  readonly generators: Readonly<Record<string, readonly string[]>>
  /** Model → whom it judges, and what its histories write. */
  readonly models: Readonly<Record<string, ModelFacts>>
  /** Names of `contracts/wire.yaml`; undefined where it could not be read. */
  readonly wire: readonly string[] | undefined
  /** Every planted fault. */
  readonly faults: readonly string[]
  /** The functions of the fixture app; where none is known, their names are not checked. */
  readonly deployed: readonly string[]
  /** The shape of a contract, with the names of statements, generators and faults in it. */
  readonly shape: z.ZodType
}
