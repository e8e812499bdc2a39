import type { Problem } from '../model/problem.ts'
import { findFiles } from './yaml/find-files.ts'
import type { FoundFile } from './yaml/find-files.ts'
import { readSource } from './yaml/source.ts'
import type { Source } from './yaml/source.ts'

/** A file by the name that it gives to what is in it. Without a source it cannot be read. */
export interface Named {
  readonly id: string
  readonly source: Source | undefined
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

/** Reads all files; where a file lies says what it is. */
export async function readFiles({ contracts, suites }: { contracts: string; suites: string }): Promise<CorpusFiles> {
  const [promises, selections, deviations] = await Promise.all([
    findFiles({ directory: contracts, as: 'contracts', recursive: true }),
    findFiles({ directory: suites, as: 'suites' }),
    findFiles({ directory: `${suites}/deviations`, as: 'suites/deviations' }),
  ])
  const problems: Problem[] = []
  const read = (files: readonly FoundFile[], root: string): readonly Named[] =>
    files.map((found) => {
      const { source, problems: inFile } = readSource(found)
      problems.push(...misnamed(found.file), ...inFile)
      return { id: found.file.slice(root.length + 1).replace(/\.ya?ml$/, ''), source }
    })
  const below = (folder: string): readonly FoundFile[] => promises.filter(({ file }) => kindOf(file) === folder)
  return {
    contracts: read(below('contract'), 'contracts'),
    statements: read(below('statements'), 'contracts'),
    tables: read(below('tables'), 'contracts'),
    wire: read(below('wire'), 'contracts'),
    suites: read(selections, 'suites'),
    deviations: read(deviations, 'suites/deviations'),
    problems,
  }
}

function kindOf(file: string): 'contract' | 'statements' | 'tables' | 'wire' {
  if (file.startsWith('contracts/statements/')) return 'statements'
  if (file.startsWith('contracts/tables/')) return 'tables'
  return file === 'contracts/wire.yaml' ? 'wire' : 'contract'
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
