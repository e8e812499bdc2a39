import { existsSync, statSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { valid } from 'semver'
import type { SdkSubject } from '../../model/subject.ts'
import { entryOf, findPackage, readManifest, resolvedDependencies } from './package-folder.ts'
import { fetchPublished } from './published.ts'
import { SubjectError } from './subject-error.ts'

const sdkName = '@base44/sdk'

export interface SdkRequest {
  /** A version or a folder, as the user wrote it; undefined: the default SDK. */
  readonly spec: string | undefined
  readonly cwd: string
  /** Where this package stands: the SDK it depends on is the last resort. */
  readonly own: string
  readonly cache: string
  readonly environment: NodeJS.ProcessEnv
  readonly runtimeVersion: string
}

/** The SDK that is meant: a folder, the installed one, or a published version. */
export async function resolveSdk(request: SdkRequest): Promise<SdkSubject> {
  const { spec, cwd } = request
  if (spec === undefined) return subjectIn({ folder: installed(request), request })
  const version = valid(spec)
  if (version !== null) return subjectIn({ folder: await folderOfVersion(version, request), request })
  const folder = isAbsolute(spec) ? spec : resolve(cwd, spec)
  if (existsSync(folder) && statSync(folder).isDirectory()) return subjectIn({ folder, request, name: spec })
  throw new SubjectError(
    `looked for the SDK "${spec}": it is neither a version (0.8.50) nor a folder that exists (${folder}).`,
  )
}

/** The `@base44/sdk` that the working directory resolves, else the one this package depends on. */
export function installed({ cwd, own }: Pick<SdkRequest, 'cwd' | 'own'>): string {
  const found = findPackage(sdkName, cwd) ?? findPackage(sdkName, own)
  if (found === undefined)
    throw new SubjectError(`looked for ${sdkName} from ${cwd}: it is not installed. Run npm install ${sdkName}.`)
  return found
}

async function folderOfVersion(version: string, request: SdkRequest): Promise<string> {
  for (const from of [request.cwd, request.own]) {
    const found = findPackage(sdkName, from)
    if (found !== undefined && readManifest(found).version === version) return found
  }
  return fetchPublished({ version, cache: request.cache, environment: request.environment })
}

function subjectIn({ folder, request, name }: { folder: string; request: SdkRequest; name?: string }): SdkSubject {
  const manifest = readManifest(folder)
  const entry = entryOf(folder, manifest)
  const version = valid(manifest.version) ?? '0.0.0'
  return {
    kind: 'sdk',
    id: name === undefined ? `${sdkName}@${version}` : `${name} (${manifest.name}@${version})`,
    version,
    runtime: 'node',
    runtimeVersion: request.runtimeVersion,
    directory: folder,
    entry: pathToFileURL(entry).href,
    dependencies: resolvedDependencies(folder, manifest),
  }
}
