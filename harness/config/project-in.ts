import { dirname, relative } from 'node:path'
import { findConfig, namedConfig } from './find-config.ts'
import { projectOf, type Project } from './project.ts'
import { readConfigFile } from './read-config-file.ts'

/**
 * The project that a working directory belongs to, undefined where no configuration counts. `config` is a file that
 * was named, false where none is wanted, and left out where it is looked for.
 */
export async function projectIn({
  cwd,
  config,
}: {
  cwd: string
  config?: string | false | undefined
}): Promise<Project | undefined> {
  if (config === false) return undefined
  const file = config === undefined ? findConfig(cwd) : namedConfig(config, cwd)
  if (file === undefined) return undefined
  const source = await readConfigFile({ file, as: relative(cwd, file).replaceAll('\\', '/') })
  return projectOf({ source, folder: dirname(file) })
}
