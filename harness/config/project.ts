import { basename, relative, resolve } from 'node:path'
import { complaintsAbout } from '../load/complaints.ts'
import { fieldOf, fieldsOf } from '../load/look.ts'
import type { Named } from '../load/read-files.ts'
import type { Added, AddedFolder } from '../load/sources.ts'
import { complaintsOfShape } from '../load/structure.ts'
import type { Source } from '../load/yaml/source.ts'
import { usageErrorOf } from '../cli/usage-error.ts'
import { mayBeShown } from './backends-grammar.ts'
import type { Config } from './config.ts'
import { configGrammar } from './config-grammar.ts'

/** A user's own surroundings: what their configuration asks, and what it adds to our promises. */
export interface Project {
  /** How messages name the configuration. */
  readonly file: string
  /** Where paths in the configuration start. */
  readonly folder: string
  readonly config: Config
  readonly added: Added
}

const shape = configGrammar()

/** A configuration that has been read; throws with everything that is wrong in it at once. */
export function projectOf({
  source,
  folder,
  name = 'the configuration',
}: {
  source: Source
  folder: string
  /** What is being read, in words. */
  name?: string
}): Project {
  const { problems, complain } = complaintsAbout({ source, name })
  for (const found of complaintsOfShape({ shape, value: source.value, path: [] })) {
    complain(mayBeShown(found.path) ? found : { ...found, seen: `another kind of value in \`${found.path.at(-1)}\`` })
  }
  if (problems.length > 0) throw usageErrorOf(problems)
  const config = source.value as unknown as Config
  return {
    file: source.file,
    folder,
    config,
    added: {
      contracts: (config.contracts ?? []).map((path) => addedFolder(path, folder)),
      deviations: (config.deviations ?? []).map((path) => addedFolder(path, folder)),
      suites: suitesIn(source, folder),
    },
  }
}

/** Messages name it as seen from the configuration; ids begin with its own name, whatever the path to it. */
function addedFolder(path: string, from: string): AddedFolder {
  const directory = resolve(from, path)
  const as = relative(from, directory).replaceAll('\\', '/') || '.'
  return { directory, as, name: basename(directory) }
}

/** Each as if it were a file in `suites/`, with its places in the configuration. */
function suitesIn(source: Source, folder: string): readonly Named[] {
  return fieldsOf(fieldOf(source.value, 'suites')).map(([id, suite]) => {
    const value = { title: id, seat: 'sdk', ...Object.fromEntries(fieldsOf(suite)) }
    const place: Source['place'] = (path, part) =>
      path.length === 0 ? source.place(['suites', id], 'key') : source.place(['suites', id, ...path], part)
    return { id, source: { file: source.file, value, place, faulty: [] }, folder }
  })
}
