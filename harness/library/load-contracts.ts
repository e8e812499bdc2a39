import { corpusOf } from '../cli/corpus.ts'
import type { Config } from '../config/config.ts'
import type { Corpus } from '../model/corpus.ts'
import { homeFor } from './home-for.ts'
import type { Surroundings } from './surroundings.ts'

/** Which contracts are loaded besides ours. */
export interface LoadOptions extends Surroundings, Pick<Config, 'contracts' | 'deviations' | 'suites'> {}

/**
 * Loads every contract, statement, suite and deviation: those that base44-conformance brings, and yours. It reads
 * files and runs nothing.
 *
 * @throws {UsageError} where anything in them is wrong. Its message lists every mistake with its place, and `problems`
 *   holds the same as data.
 * @see docs/language.md for what a contract says
 */
export async function loadContracts(options: LoadOptions = {}): Promise<Corpus> {
  const { cwd, config, ...own } = options
  return corpusOf(await homeFor({ cwd, config, own }))
}
