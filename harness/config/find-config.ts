import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { UsageError } from '../cli/usage-error.ts'

const name = 'base44-conformance.config'
const extensions = ['.ts', '.js', '.json']
/** Spellings that one may try; left alone they would be ignored without a word. */
const others = ['.mts', '.cts', '.mjs', '.cjs', '.jsonc', '.json5', '.yaml', '.yml', '.toml']

/**
 * The configuration that counts in a folder: the one in it, else in the nearest folder above, up to the one of the
 * package (where `package.json` lies). Undefined where there is none.
 */
export function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = configIn(folder)
    if (found !== undefined) return found
    if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return undefined
  }
}

/** The configuration that a user named. */
export function namedConfig(path: string, cwd: string): string {
  const file = resolve(cwd, path)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new UsageError(`read the configuration ${path}: there is no such file.`)
  if (!found.isFile()) throw new UsageError(`read the configuration ${path}: it is no file. Name the file itself.`)
  if (/^\.([cm]?[jt]s|json)$/.test(extname(file))) return file
  throw new UsageError(`read the configuration ${path}: it is none that can be read. Name a .ts, .js or .json file.`)
}

function configIn(folder: string): string | undefined {
  const names = namesIn(folder).filter((each) => each.startsWith(`${name}.`))
  const found = names.filter((each) => extensions.includes(each.slice(name.length)))
  const other = names.find((each) => others.includes(each.slice(name.length)))
  if (found.length > 1) {
    throw new UsageError(
      `looked for the configuration in ${folder}: ${found.join(' and ')} lie next to each other, and only one can count. Remove one, or name one: --config ${found[0]}.`,
    )
  }
  if (other !== undefined && found.length === 0) {
    throw new UsageError(
      `looked for the configuration in ${folder}: ${other} is not read. Call it ${name}.ts, .js or .json, or name it: --config ${other}.`,
    )
  }
  return found[0] === undefined ? undefined : join(folder, found[0])
}

/** Walking upwards may lead through folders that may not be listed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
