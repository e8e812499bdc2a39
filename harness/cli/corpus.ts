import type { Corpus } from '../model/corpus.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Problem } from '../model/problem.ts'
import { faults } from '../faults/index.ts'
import { generators } from '../generators/index.ts'
import { loadCorpus, type Vocabulary } from '../load/load-corpus.ts'
import { modelFacts } from '../model-named.ts'
import type { Home } from './home.ts'
import { usageErrorOf } from './usage-error.ts'

/** What contracts may name, for the loader. */
export const vocabulary: Vocabulary = {
  generators: Object.fromEntries(Object.values(generators).map(({ name, members }) => [name, members ?? []])),
  faults: Object.keys(faults),
  models: modelFacts(),
}

/** Everything that is written as data, ours and the user's, and what is wrong with it. */
export function readCorpus({ contracts, suites, project }: Home): Promise<{
  corpus: Corpus
  problems: readonly Problem[]
  /** Deviations of which only a person's words are missing. */
  unfinished: readonly Deviation[]
}> {
  const sources = { contracts, suites, ...(project !== undefined && { added: project.added }) }
  return loadCorpus({ sources, vocabulary })
}

/** The corpus, or all that is wrong with it at once. */
export async function corpusOf(home: Home): Promise<Corpus> {
  const { corpus, problems } = await readCorpus(home)
  if (problems.length > 0) throw usageErrorOf(problems)
  return corpus
}
