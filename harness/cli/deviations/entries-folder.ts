import { join, relative, resolve, sep } from 'node:path'
import type { Console } from '../console.ts'
import type { Home } from '../home.ts'

/** A folder of recorded deviations. */
export interface EntriesFolder {
  readonly path: string
  /** As the user would write it. */
  readonly shown: string
  /** Whether it is the one that comes with base44-conformance, in which every run looks. */
  readonly builtIn: boolean
}

/** The folder that is named; else that of the clone one works in, else `deviations` where one is. */
export function entriesFolder({
  named,
  cwd,
  home,
}: { named: string | undefined; home: Home } & Pick<Console, 'cwd'>): EntriesFolder {
  const own = join(home.suites, 'deviations')
  const path = named === undefined ? (isClone({ cwd, home }) ? own : join(cwd, 'deviations')) : resolve(cwd, named)
  return { path, shown: relative(cwd, path).replaceAll(sep, '/') || '.', builtIn: path === own }
}

/** What npm installed belongs to nobody who works here: the next install would undo what was written. */
function isClone({ cwd, home: { root } }: { home: Home } & Pick<Console, 'cwd'>): boolean {
  const installed = root.split(sep).includes('node_modules')
  return !installed && (cwd === root || cwd.startsWith(root + sep))
}
