import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Project } from '../config/project.ts'

/** Where this package keeps its data. */
export interface Home {
  readonly root: string
  readonly version: string
  readonly contracts: string
  readonly suites: string
  readonly fixtures: string
  /** What a user's configuration adds to it, and asks. */
  readonly project?: Project
}

export function findHome(): Home {
  const root = rootFrom(dirname(fileURLToPath(import.meta.url)))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    root,
    version,
    contracts: join(root, 'contracts'),
    suites: join(root, 'suites'),
    fixtures: join(root, 'suites', 'app'),
  }
}

/** Folder shared between runs, for what was fetched. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const base = environment['XDG_CACHE_HOME'] ?? join(environment['HOME'] ?? homedir(), '.cache')
  return join(base, 'base44-conformance')
}

/** The sources lie two folders deep, the built files three. */
function rootFrom(folder: string): string {
  return existsSync(join(folder, 'contracts')) ? folder : rootFrom(dirname(folder))
}
