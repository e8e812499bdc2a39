import { rm } from 'node:fs/promises'
import { fetchPackages, namesOf, type Package } from './fetch-packages.ts'
import type { Npm } from './npm.ts'
import { packageOf } from './package-of.ts'
import { exactReplacement, publishedReplacement, type Replacement, type Wanted } from './replacement.ts'
import { openShelf, type Shelf } from './shelf.ts'
import type { Source } from './source.ts'
import { SubjectError } from './subject-error.ts'

/** Where an SDK stands, and what it was given instead of what it would find. */
export interface Fetched {
  readonly source: Source
  readonly folder: string
  readonly replacements: readonly Replacement[]
}

/**
 * Fetches all of them at once, what the cache does not have. A folder comes here when it gets another dependency: a
 * copy of it is judged, and the user's stays as it is.
 */
export async function fetchSubjects({
  sources,
  wanted,
  cache,
  npm,
  say,
}: {
  sources: readonly Source[]
  wanted: readonly Wanted[]
  /** Folder shared between runs. */
  cache: string
  npm: Npm
  /** Tells a person what takes time. */
  say: (text: string) => void
}): Promise<Fetched[]> {
  const shelf = openShelf(cache)
  const staging = await shelf.stage()
  try {
    const asked = (one: Wanted): Promise<Replacement> => publishedReplacement({ wanted: one, npm, cwd: staging })
    const replacements = await Promise.all(wanted.map(async (one) => exactReplacement(one) ?? asked(one)))
    const packages: Package[] = []
    for (const source of sources) packages.push(await packageOf(source, { replacements, staging, npm }))
    const missing = missingOf(packages, shelf)
    if (missing.length > 0) {
      say(`Fetching ${namesOf(missing)}${withWords(replacements)} …`)
      await Promise.all(wanted.map(asked))
      await fetchPackages({ packages: missing, replacements, shelf, staging, npm })
    }
    return sources.map((source, index) => ({ source, folder: found(packages[index], shelf), replacements }))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Two names may mean the same package. */
function missingOf(packages: readonly Package[], shelf: Shelf): Package[] {
  const absent = packages.filter(({ key }) => shelf.find(key) === undefined)
  return [...new Map(absent.map((one) => [one.key, one])).values()]
}

/** ` with axios@1.6.2`, or nothing. */
export function withWords(replacements: readonly Replacement[]): string {
  const words = replacements.map(({ name, version }) => `${name}@${version}`).join(', ')
  return words === '' ? '' : ` with ${words}`
}

function found(one: Package | undefined, shelf: Shelf): string {
  const folder = one === undefined ? undefined : shelf.find(one.key)
  if (folder !== undefined) return folder
  throw new SubjectError(
    `looked in the cache for ${one?.label}, which was put there just now: it is gone, or not as it was put. Run again; if it stays so, empty the folder that XDG_CACHE_HOME names.`,
  )
}
