import { existsSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { Console } from '../console.ts'
import type { Home } from '../home.ts'
import { UsageError } from '../usage-error.ts'

/** A folder of recorded deviations. */
export interface EntriesFolder {
  readonly path: string
  /** As the user would write it. */
  readonly shown: string
  /** What the ids of its entries begin with; the entries that come along have no prefix. */
  readonly name?: string
  /** Whether a run looks there: it comes along, or the configuration names it. */
  readonly heard: boolean
}

/** The folder that is named; else the configuration's first; else that of the clone one works in, else `deviations` where one is. */
export function entriesFolder({
  named,
  cwd,
  home,
}: { named: string | undefined; home: Home } & Pick<Console, 'cwd'>): EntriesFolder {
  const path = pathOf({ named, cwd, home })
  if (existsSync(path) && !statSync(path).isDirectory()) {
    throw new UsageError(
      `looked for recorded deviations in ${path}: it is no folder. Name the folder that they lie in.`,
    )
  }
  const builtIn = path === join(home.suites, 'deviations')
  return {
    path,
    shown: relative(cwd, path).replaceAll(sep, '/') || '.',
    ...(!builtIn && { name: basename(path) }),
    heard: builtIn || addedBy(home).includes(path),
  }
}

function addedBy({ project }: Home): readonly string[] {
  return (project?.added.deviations ?? []).map(({ directory }) => directory)
}

function pathOf({ named, cwd, home }: { named: string | undefined; home: Home } & Pick<Console, 'cwd'>): string {
  if (named !== undefined) return resolve(cwd, named)
  const [added] = addedBy(home)
  if (added !== undefined) return added
  return isClone({ cwd, home }) ? join(home.suites, 'deviations') : join(cwd, 'deviations')
}

/** What npm installed belongs to nobody who works here: the next install would undo what was written. */
function isClone({ cwd, home: { root } }: { home: Home } & Pick<Console, 'cwd'>): boolean {
  const installed = root.split(sep).includes('node_modules')
  return !installed && (cwd === root || cwd.startsWith(root + sep))
}
