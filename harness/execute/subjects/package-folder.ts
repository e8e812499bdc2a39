import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { exports as resolveExports, legacy } from 'resolve.exports'
import { SubjectError } from './subject-error.ts'

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly [key: string]: unknown
}

/** The folder of a package as Node would find it from `from`, or undefined. */
export function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === parse(folder).root) return undefined
  }
}

export function readManifest(folder: string): Manifest {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) {
    throw new SubjectError(
      `looked for an SDK in ${folder}: there is no package.json. Name the folder of a package, for instance a checkout of the SDK.`,
    )
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest
  } catch (error) {
    throw new SubjectError(`looked for an SDK in ${folder}: package.json is not JSON (${(error as Error).message}).`)
  }
}

/** The file that `import` loads; a package whose entry is not there has not been built. */
export function entryOf(folder: string, manifest: Manifest): string {
  const relative = entryPath(manifest)
  const entry = join(folder, relative)
  if (existsSync(entry)) return entry
  const field = manifest['exports'] === undefined ? 'main' : 'exports'
  throw new SubjectError(
    `looked for the module of ${manifest.name} in ${folder}: "${field}" names ${relative}, which is not there. Build the package first (npm run build).`,
  )
}

/** Resolved versions of what a package depends on, as its own code would find them. */
export function resolvedDependencies(folder: string, manifest: Manifest): Record<string, string> {
  const names = Object.keys(manifest.dependencies ?? {}).sort()
  return Object.fromEntries(
    names.map((name) => {
      const found = findPackage(name, folder)
      return [name, found === undefined ? 'missing' : readManifest(found).version]
    }),
  )
}

function entryPath(manifest: Manifest): string {
  const exported =
    manifest['exports'] === undefined ? undefined : resolveExports(manifest, '.', { conditions: ['node'] })
  const main = exported?.[0] ?? (legacy(manifest, { fields: ['main'] }) as string | undefined) ?? './index.js'
  return main
}
