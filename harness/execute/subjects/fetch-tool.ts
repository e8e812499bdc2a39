import { rm } from 'node:fs/promises'
import { fetchPackages, type Package } from './fetch-packages.ts'
import type { Npm } from './npm.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { SubjectError } from './subject-error.ts'

/** A published package that a backend is run with, without what is optional in it. */
export interface Tool {
  readonly name: string
  readonly version: string
  /** As it is called in a sentence. */
  readonly label: string
  /** Other versions of what it depends on. */
  readonly pinned: Readonly<Record<string, string>>
}

/** The folders of the tools, in their order; those that the cache does not have are fetched, each alone, at once. */
export async function fetchTools(
  tools: readonly Tool[],
  { cache, npm, say }: { cache: string; npm: Npm; say: (text: string) => void },
): Promise<string[]> {
  const places = tools.map((tool) => ({ tool, shelf: shelfOf(tool, cache) }))
  const missing = places.filter(({ tool, shelf }) => shelf.find(tool.version) === undefined)
  if (missing.length > 0) say(`Fetching ${missing.map(({ tool }) => tool.label).join(' and ')} …`)
  const ended = await Promise.allSettled(missing.map(({ tool, shelf }) => fetchOne(tool, { shelf, npm })))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return places.map(({ tool, shelf }) => found(tool, shelf))
}

function shelfOf({ name }: Tool, cache: string): Shelf {
  return openShelf(cache, { name, folder: `tools/${name}` })
}

async function fetchOne(tool: Tool, { shelf, npm }: { shelf: Shelf; npm: Npm }): Promise<void> {
  const staging = await shelf.stage()
  const wanted: Package = { ...tool, key: tool.version, from: { published: tool.version } }
  try {
    await fetchPackages({
      packages: [wanted],
      replacements: [],
      shelf,
      staging,
      npm,
      omit: 'optional',
      or: 'once-only',
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

function found({ version, label }: Tool, shelf: Shelf): string {
  const folder = shelf.find(version)
  if (folder !== undefined) return folder
  throw new SubjectError(
    `looked in the cache for ${label}, which was put there just now: it is gone, or not as it was put. Run again; if it stays so, empty the folder that XDG_CACHE_HOME names.`,
  )
}
