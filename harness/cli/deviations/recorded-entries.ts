import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Contract } from '../../model/contract.ts'
import type { Deviation } from '../../model/deviation.ts'
import type { Problem } from '../../model/problem.ts'
import type { KnownContracts } from '../../load/corpus/cases.ts'
import { readDeviation, type ReadDeviation } from '../../load/corpus/read-deviation.ts'
import { describeProblem } from '../../load/describe-problem.ts'
import { findFiles } from '../../load/yaml/find-files.ts'
import { readSource } from '../../load/yaml/source.ts'
import { readCorpus } from '../corpus.ts'
import type { Home } from '../home.ts'
import { UsageError } from '../usage-error.ts'
import type { EntriesFolder } from './entries-folder.ts'

/** Recorded deviations, those that wait for a person's words among them. */
export interface RecordedEntries {
  readonly contracts: readonly Contract[]
  /** Every entry: what comes along and what lies in the folder. */
  readonly all: readonly Deviation[]
  /** Those of the folder, each with its file. */
  readonly inFolder: readonly { readonly entry: Deviation; readonly file: string }[]
}

/** Reads them also where some are unfinished; any other mistake ends the command, as it ends a run. */
export async function recordedEntries({
  home,
  folder,
}: {
  home: Home
  folder: EntriesFolder
}): Promise<RecordedEntries> {
  const { corpus, problems, unfinished } = await readCorpus(home)
  refuse(problems)
  const known = knownContracts(corpus.contracts)
  const files = await findFiles({ directory: folder.path, as: folder.shown })
  const read = files.map((found) => readEntry({ ...found, folder, known }))
  refuse(read.flatMap((one) => one.problems))
  const inFolder = read.flatMap(({ loaded, unfinished, file }) => {
    const entry = loaded ?? unfinished
    return entry === undefined ? [] : [{ entry, file: join(folder.path, basename(file)) }]
  })
  const others = folder.heard ? [] : inFolder.map(({ entry }) => entry)
  return { contracts: corpus.contracts, all: [...corpus.deviations, ...unfinished, ...others], inFolder }
}

/** Reads the text of an entry by itself: what is wrong with it, or the entry. */
export function readEntry({
  file,
  text,
  folder,
  known,
}: {
  file: string
  text: string
  folder: EntriesFolder
  known: KnownContracts
}): ReadDeviation & { readonly file: string } {
  const { source, problems } = readSource({ file, text })
  if (source === undefined) return { file, problems }
  const name = basename(file, '.yaml')
  const id = folder.name === undefined ? name : `${folder.name}/${name}`
  const read = readDeviation({ id, source, known, exists: (beside) => existsSync(join(folder.path, beside)) })
  return { ...read, file, problems: [...problems, ...read.problems] }
}

export function knownContracts(contracts: readonly Contract[]): KnownContracts {
  return { ids: contracts.map(({ id }) => id), loaded: new Map(contracts.map((one) => [one.id, one])) }
}

function refuse(problems: readonly Problem[]): void {
  const mistakes = problems.filter(({ unfinished }) => unfinished !== true)
  if (mistakes.length > 0) throw new UsageError(mistakes.map(describeProblem).join('\n'))
}
