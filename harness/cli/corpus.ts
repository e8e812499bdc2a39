import type { Corpus } from '../model/corpus.ts'
import { faults } from '../faults/index.ts'
import { generators } from '../generators/index.ts'
import { describeProblem } from '../load/describe-problem.ts'
import { loadCorpus } from '../load/load-corpus.ts'
import type { Home } from './home.ts'
import { UsageError } from './usage-error.ts'

/** What contracts may name, for the loader. */
export const vocabulary: { generators: Record<string, readonly string[]>; faults: readonly string[] } = {
  generators: Object.fromEntries(Object.values(generators).map(({ name, members }) => [name, members ?? []])),
  faults: Object.keys(faults),
}

/** The corpus, or all that is wrong with it at once. */
export async function corpusOf(home: Home): Promise<Corpus> {
  const { corpus, problems } = await loadCorpus({
    sources: { contracts: home.contracts, suites: home.suites },
    vocabulary,
  })
  if (problems.length > 0) throw new UsageError(problems.map(describeProblem).join('\n'))
  return corpus
}
