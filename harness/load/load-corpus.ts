import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../model/corpus.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Problem } from '../model/problem.ts'
import type { WireFact } from '../model/wire.ts'
import { readContract } from './contract/read-contract.ts'
import type { Surroundings } from './contract/surroundings.ts'
import { checkContradictions } from './corpus/check-contradictions.ts'
import { readDeviation } from './corpus/read-deviation.ts'
import { readStatements } from './corpus/read-statements.ts'
import { readSuite } from './corpus/read-suite.ts'
import { readTables } from './corpus/read-tables.ts'
import { readWire } from './corpus/read-wire.ts'
import { contractGrammar } from './grammar/contract.ts'
import { openLeaves } from './grammar/leaves.ts'
import { readFiles } from './read-files.ts'
import type { CorpusFiles, Named } from './read-files.ts'
import type { Source } from './yaml/source.ts'

/** Where the data lies. */
export interface Sources {
  /** Folder of the contracts, with `statements/`, `tables/` and `wire.yaml`. */
  readonly contracts: string
  /** Folder of the suites, with `deviations/`. */
  readonly suites: string
}

/** The names that contracts may use and that are written in code. */
export interface Vocabulary {
  /** Generator → the members that it declares. */
  readonly generators: Readonly<Record<string, readonly string[]>>
  readonly faults: readonly string[]
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
  const files = await readFiles(sources)
  const problems: Problem[] = [...files.problems]
  const loadAll = <T>(named: readonly Named[], read: Reader<T>): readonly T[] => {
    const all = named.flatMap(({ id, source }) => (source === undefined ? [] : [read(source, id)]))
    problems.push(...all.flatMap((one) => one.problems))
    return all.flatMap(({ loaded }) => (loaded === undefined ? [] : [loaded]))
  }

  const statements = readStatements(files.statements.flatMap(({ source }) => source ?? []))
  problems.push(...statements.problems)
  const wire = loadAll(files.wire, readWire).flat()
  const around = surroundings({ vocabulary, files, statements: statements.ids, wire })
  const contracts = loadAll(files.contracts, (source, id) => readContract({ id, source, around }))
  const known = { ids: files.contracts.map(({ id }) => id), loaded: new Map(contracts.map((one) => [one.id, one])) }
  const exists = (file: string): boolean => existsSync(join(sources.suites, file.slice('suites/'.length)))
  const suites = loadAll(files.suites, (source, name) => readSuite({ name, source, known }))
  const unfinished: Deviation[] = []
  const deviations = loadAll(files.deviations, (source) => {
    const read = readDeviation({ source, known, exists })
    if (read.unfinished !== undefined) unfinished.push(read.unfinished)
    return read
  })
  const tables = loadAll(files.tables, (source) => readTables({ source, known, statements: around.statements })).flat()
  problems.push(...checkContradictions([...deviations, ...unfinished]))

  const corpus = { contracts, statements: statements.statements, suites, deviations, tables, wire }
  return { corpus, problems: problems.sort(byPlace), unfinished }
}

type Reader<T> = (source: Source, id: string) => { readonly loaded?: T; readonly problems: readonly Problem[] }

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
  const names = { generators: Object.keys(vocabulary.generators), faults: vocabulary.faults, statements: ids }
  return {
    generators: vocabulary.generators,
    wire: files.wire.every(isReadable) ? wire.map(({ name }) => name) : undefined,
    shape: contractGrammar({ names, leaves: openLeaves }),
    statements: ids,
  }
}

function isReadable({ source }: Named): boolean {
  return source !== undefined
}

function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
