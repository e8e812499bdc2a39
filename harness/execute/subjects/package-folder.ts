import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { exports as resolveExports, legacy } from 'resolve.exports'
import { howToBuild } from './how-to-build.ts'
import { SubjectError } from './subject-error.ts'

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
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

/** The file that `import` loads, whether it is there or not. */
export function entryOf(folder: string, manifest: Manifest): string {
  return join(folder, entryPath(folder, manifest))
}

/** The same of a folder that its owner can still build. */
export function builtEntryOf(folder: string, manifest: Manifest): string {
  const entry = entryOf(folder, manifest)
  if (existsSync(entry)) return entry
  const field = manifest['exports'] === undefined ? 'main' : 'exports'
  throw new SubjectError(
    `looked for the module of ${manifest.name} in ${folder}: "${field}" names ${entryPath(folder, manifest)}, which is not there. ${howToBuild(folder, manifest)}`,
  )
}

function entryPath(folder: string, manifest: Manifest): string {
  if (manifest['exports'] === undefined) return (legacy(manifest, { fields: ['main'] }) as string) || './index.js'
  try {
    return (resolveExports(manifest, '.', { conditions: ['node'] }) as string[])[0] as string
  } catch (error) {
    throw new SubjectError(
      `looked for the module of ${manifest.name} in ${folder}: its "exports" name none (${(error as Error).message}). An SDK is imported by its name, so "." has to be among them.`,
    )
  }
}
