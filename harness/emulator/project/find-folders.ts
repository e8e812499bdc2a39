import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Where the parts of a project are. */
export interface Folders {
  /** Where `.env` lies. */
  readonly root: string
  /** Where `config.jsonc` lies, and what it names is below. */
  readonly base44: string
  /** Undefined: there is none, and all is where it usually is. */
  readonly config: string | undefined
}

/** A project by its folder, or by the folder `base44` in it; undefined where neither is one. */
export function findFolders(named: string): Folders | undefined {
  const folder = resolve(named)
  const below = join(folder, 'base44')
  if (isProject(below)) return { root: folder, base44: below, config: configIn(below) }
  if (!isProject(folder)) return undefined
  const root = basename(folder) === 'base44' ? dirname(folder) : folder
  return { root, base44: folder, config: configIn(folder) }
}

function isProject(folder: string): boolean {
  return configIn(folder) !== undefined || ['entities', 'functions'].some((name) => isFolder(join(folder, name)))
}

function configIn(folder: string): string | undefined {
  return ['config.jsonc', 'config.json'].map((name) => join(folder, name)).find((file) => existsSync(file))
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
