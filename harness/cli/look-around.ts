import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SubjectError } from '../execute/subjects/subject-error.ts'
import { builtEntryOf, findPackage, readManifest, type Manifest } from '../execute/subjects/package-folder.ts'
import { installed } from '../execute/subjects/source.ts'
import type { Home } from './home.ts'

/** Where the user stands. */
export interface Found {
  /** `the package my-app with @base44/sdk 0.8.50` */
  readonly text: string
  /** Arguments that judge what is here. */
  readonly run: string
  /** A published version to start from. */
  readonly version: string
}

/** What the working directory is, and which SDK is judged in it. */
export function lookAround({ cwd, home }: { cwd: string; home: Home }): Found {
  const manifest = manifestIn(cwd)
  const { version } = readManifest(installed({ cwd, own: home.root }))
  if (manifest?.name === '@base44/sdk') return checkout({ cwd, manifest, version })
  const own = findPackage('@base44/sdk', cwd) !== undefined
  const sdk = own ? `with @base44/sdk ${version}` : `without an SDK; ${version} comes along`
  return { text: `${placeOf({ cwd, home, manifest })} ${sdk}`, run: 'run', version }
}

function checkout({ cwd, manifest, version }: { cwd: string; manifest: Manifest; version: string }): Found {
  const text = `a checkout of @base44/sdk ${manifest.version}`
  const isBuilt = quietly(() => builtEntryOf(cwd, manifest)) !== undefined
  return { text: isBuilt ? text : `${text}; it has to be built first`, run: 'run --sdk ./', version }
}

function placeOf({ cwd, home, manifest }: { cwd: string; home: Home; manifest: Manifest | undefined }): string {
  if (cwd === home.root) return 'base44-conformance itself'
  if (existsSync(join(cwd, 'base44'))) return 'a Base44 project'
  return manifest === undefined ? 'a folder' : `the package ${manifest.name}`
}

/** A package.json that is none is no reason not to say welcome. */
function manifestIn(folder: string): Manifest | undefined {
  return existsSync(join(folder, 'package.json')) ? quietly(() => readManifest(folder)) : undefined
}

function quietly<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof SubjectError) return undefined
    throw error
  }
}
