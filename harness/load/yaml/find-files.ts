import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that was found, by the name that messages use: its path from the corpus, with `/`. */
export interface FoundFile {
  readonly file: string
  readonly text: string
}

/** The YAML files in a folder and those below it, read, by name; none where there is no such folder. */
export async function findFiles({
  directory,
  as,
  recursive = false,
}: {
  directory: string
  as: string
  recursive?: boolean
}): Promise<readonly FoundFile[]> {
  const names = (await namesBelow(directory, recursive)).filter((name) => /\.ya?ml$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({ file: `${as}/${name}`, text: await readFile(join(directory, name), 'utf8') })),
  )
}

async function namesBelow(directory: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(directory, { recursive, withFileTypes: true }).catch(absent)
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, '/').length).replaceAll('\\', '/'))
}

function absent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
