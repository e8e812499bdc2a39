import { dirname, join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import type { Sources } from './sources.ts'
import { findFiles } from './yaml/find-files.ts'
import type { FoundFile } from './yaml/find-files.ts'
import { readSource } from './yaml/source.ts'
import type { Source } from './yaml/source.ts'

/** A file by the name that it gives to what is in it. Without a source it cannot be read. */
export interface Named {
  readonly id: string
  readonly source: Source | undefined
  /** The folder on the disk that it lies in. */
  readonly folder: string
}

/** Every file of the corpus, sorted by what it is. */
export interface CorpusFiles {
  readonly contracts: readonly Named[]
  readonly statements: readonly Named[]
  readonly tables: readonly Named[]
  readonly wire: readonly Named[]
  readonly suites: readonly Named[]
  readonly deviations: readonly Named[]
  readonly problems: readonly Problem[]
}

/** Reads all files; where a file lies says what it is, in a user's folder as in ours. */
export async function readFiles({ contracts, suites, added }: Sources): Promise<CorpusFiles> {
  const [promises, selections, deviations] = await Promise.all([
    filesIn([{ directory: contracts, as: 'contracts' }, ...(added?.contracts ?? [])], { recursive: true }),
    filesIn([{ directory: suites, as: 'suites' }]),
    filesIn([{ directory: join(suites, 'deviations'), as: 'suites/deviations' }, ...(added?.deviations ?? [])]),
  ])
  const problems: Problem[] = []
  const read = (files: readonly Lying[]): readonly Named[] =>
    files.map(({ file, text, below, folder, name }) => {
      const { source, problems: inFile } = readSource({ file, text })
      problems.push(...misnamed(file), ...inFile)
      const id = below.replace(/\.ya?ml$/, '')
      return { id: name === undefined ? id : `${name}/${id}`, source, folder }
    })
  const of = (kind: Kind): readonly Lying[] => promises.filter(({ below }) => kindOf(below) === kind)
  return {
    contracts: read(of('contract')),
    statements: read(of('statements')),
    tables: read(of('tables')),
    wire: read(of('wire')),
    suites: [...read(selections), ...(added?.suites ?? [])],
    deviations: read(deviations),
    problems,
  }
}

/** A file, and where it lies in the folder that was named. */
interface Lying extends FoundFile {
  readonly below: string
  readonly folder: string
  readonly name: string | undefined
}

interface Folder {
  readonly directory: string
  readonly as: string
  readonly name?: string
}

async function filesIn(folders: readonly Folder[], { recursive = false } = {}): Promise<readonly Lying[]> {
  const found = folders.map(async ({ directory, as, name }) => {
    const files = await findFiles({ directory, as, recursive })
    return files.map((one) => {
      const below = one.file.slice(as.length + 1)
      return { ...one, below, folder: join(directory, dirname(below)), name }
    })
  })
  return (await Promise.all(found)).flat()
}

type Kind = 'contract' | 'statements' | 'tables' | 'wire'

function kindOf(below: string): Kind {
  if (below.startsWith('statements/')) return 'statements'
  if (below.startsWith('tables/')) return 'tables'
  return below === 'wire.yaml' ? 'wire' : 'contract'
}

/** One spelling, so that no file is overlooked by a glob. */
function misnamed(file: string): readonly Problem[] {
  if (file.endsWith('.yaml')) return []
  return [
    {
      place: { file, line: 1, column: 1 },
      doing: `reading ${file}`,
      seen: 'a name in `.yml`',
      wanted: 'a name in `.yaml`',
    },
  ]
}
