import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseJsonc } from './jsonc.ts'

/** Name → module. The name is the folder below the functions' folder, unless `function.jsonc` gives another (BF-13, BF-14). */
export function findFunctions(folder: string): ReadonlyMap<string, string> {
  const folders = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /^(entry\.[jt]s|function\.jsonc?)$/.test(one.name))
    .map((one) => one.parentPath)
  return new Map([...new Set(folders)].flatMap((directory) => functionIn(directory, folder)))
}

function functionIn(directory: string, root: string): [name: string, module: string][] {
  const file = ['function.jsonc', 'function.json'].map((name) => join(directory, name)).find(existsSync)
  const said = file === undefined ? {} : (parseJsonc(readFileSync(file, 'utf8')) as { name?: string; entry?: string })
  const entries = said.entry === undefined ? ['entry.ts', 'entry.js'] : [said.entry]
  const module = entries.map((entry) => join(directory, entry)).find(existsSync)
  if (module === undefined) return []
  return [[said.name ?? relative(root, directory).replaceAll(sep, '/'), module]]
}
