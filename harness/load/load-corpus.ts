import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../model/corpus.ts'
import type { Deviation } from '../model/deviation.ts'
import type { ModelFacts } from '../model/history-model.ts'
import type { Problem } from '../model/problem.ts'
import type { WireFact } from '../model/wire.ts'
import { byPlace } from './by-place.ts'
import { readContract } from './contract/read-contract.ts'
import type { Surroundings } from './contract/surroundings.ts'
import { checkAdded } from './corpus/check-added.ts'
import { checkContradictions } from './corpus/check-contradictions.ts'
import { checkFolders } from './corpus/check-folders.ts'
import { readDeviation } from './corpus/read-deviation.ts'
import { readStatements } from './corpus/read-statements.ts'
import { readSuite } from './corpus/read-suite.ts'
import { readTables } from './corpus/read-tables.ts'
import { readWire } from './corpus/read-wire.ts'
import { withSuiteOfAll } from './corpus/suite-of-all.ts'
import { contractGrammar } from './grammar/contract.ts'
import { openLeaves } from './grammar/leaves.ts'
import { readFiles } from './read-files.ts'
import type { CorpusFiles, Named } from './read-files.ts'
import type { Sources } from './sources.ts'
import type { Source } from './yaml/source.ts'

/** The names that contracts may use and that are written in code. */
export interface Vocabulary {
  /** Generator → the members that it declares. */
  readonly generators: Readonly<Record<string, readonly string[]>>
  readonly faults: readonly string[]
  /** Model → whom it judges, and what its histories write; left out: there is none. */
  readonly models?: Readonly<Record<string, ModelFacts>>
  /** The functions of the fixture app, which is what a backend that is judged has deployed. */
  readonly functions?: readonly string[]
}

/**
 * Loads everything that is written as data, and finds all mistakes in all of it at once. What has a mistake in it is
 * left out of the corpus. Throws only where a file cannot be opened.
 */
export async function loadCorpus({ sources, vocabulary }: { sources: Sources; vocabulary: Vocabulary }): Promise<{
  corpus: Corpus
  problems: readonly Problem[]
  /** Deviations of which only a person's words are missing: in no corpus yet, and told in a problem that says so. */
  unfinished: readonly Deviation[]
}> {
  const { usable, problems } = withoutFaultyFolders(sources)
  const files = await readFiles(usable)
  problems.push(...files.problems)
  const loadAll = <T>(named: readonly Named[], read: Reader<T>): readonly T[] => {
    const all = named.flatMap((one) => (one.source === undefined ? [] : [read({ ...one, source: one.source })]))
    problems.push(...all.flatMap((one) => one.problems))
    return all.flatMap(({ loaded }) => (loaded === undefined ? [] : [loaded]))
  }

  const statements = readStatements(files.statements.flatMap(({ source }) => source ?? []))
  const { wire, problems: inWire } = readWire(files.wire.flatMap(({ source }) => source ?? []))
  problems.push(...statements.problems, ...inWire)
  const around = surroundings({ vocabulary, files, statements: statements.ids, wire })
  const contracts = loadAll(files.contracts, ({ source, id }) => readContract({ id, source, around }))
  const known = { ids: files.contracts.map(({ id }) => id), loaded: new Map(contracts.map((one) => [one.id, one])) }
  const suites = loadAll(files.suites, ({ source, id }) => readSuite({ name: id, source, known }))
  const unfinished: Deviation[] = []
  const deviations = loadAll(files.deviations, ({ source, id, folder }) => {
    const read = readDeviation({ id, source, known, exists: (name) => existsSync(join(folder, name)) })
    if (read.unfinished !== undefined) unfinished.push(read.unfinished)
    return read
  })
  const tables = loadAll(files.tables, ({ source }) => {
    return readTables({ source, known, statements: around.statements })
  }).flat()
  problems.push(...checkContradictions([...deviations, ...unfinished]))
  if (usable.added !== undefined) problems.push(...checkAdded({ ...files, added: usable.added }))

  const corpus = {
    contracts,
    statements: statements.statements,
    suites: withSuiteOfAll(suites, usable.added),
    deviations,
    tables,
    wire,
  }
  return { corpus, problems: problems.sort(byPlace), unfinished }
}

/** Of a user's folders that cannot be told apart nothing is read: it would only repeat what is said of the folders. */
function withoutFaultyFolders(sources: Sources): { readonly usable: Sources; readonly problems: Problem[] } {
  const { contracts, suites, added } = sources
  const problems = added === undefined ? [] : checkFolders({ added, contracts })
  return { usable: problems.length === 0 ? sources : { contracts, suites }, problems: [...problems] }
}

type Reader<T> = (named: Named & { readonly source: Source }) => {
  readonly loaded?: T
  readonly problems: readonly Problem[]
}

/** What cannot be read is not held against those who refer to it. */
function surroundings({
  vocabulary,
  files,
  statements,
  wire,
}: {
  vocabulary: Vocabulary
  files: CorpusFiles
  statements: readonly string[]
  wire: readonly WireFact[]
}): Surroundings & { readonly statements: readonly string[] | undefined } {
  const ids = files.statements.every(isReadable) ? statements : undefined
  const { faults, models = {} } = vocabulary
  const names = {
    generators: Object.keys(vocabulary.generators),
    models: Object.keys(models),
    faults,
    statements: ids,
  }
  return {
    generators: vocabulary.generators,
    models,
    wire: files.wire.every(isReadable) ? wire.map(({ name }) => name) : undefined,
    faults,
    deployed: vocabulary.functions ?? [],
    shape: contractGrammar({ names, leaves: openLeaves }),
    statements: ids,
  }
}

function isReadable({ source }: Named): boolean {
  return source !== undefined
}
