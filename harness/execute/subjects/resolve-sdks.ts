import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import { valid } from 'semver'
import type { SdkSubject } from '../../model/subject.ts'
import { resolvedDependencies } from './dependencies.ts'
import { fetchSubjects, withWords, type Fetched } from './fetch-subjects.ts'
import { npmClient } from './npm.ts'
import { builtEntryOf, entryOf, readManifest } from './package-folder.ts'
import { readReplacements } from './replacement.ts'
import { sdkName, sourcesOf, type Places, type Source } from './source.ts'

export interface SdksRequest extends Places {
  /** Versions, ranges, folders and tarballs, as the user wrote them; none: the default SDK. */
  readonly specs: readonly string[]
  /** Dependencies to judge each of them with, as `axios@1.6.2`. */
  readonly replacing: readonly string[]
  /** Folder shared between runs, for what is fetched. */
  readonly cache: string
  readonly environment: NodeJS.ProcessEnv
  readonly runtimeVersion: string
  /** Tells a person what takes time. */
  readonly say: (text: string) => void
  readonly signal?: AbortSignal
}

/** Every SDK that is meant, each once, in the order in which they were named. */
export async function resolveSdks(request: SdksRequest): Promise<SdkSubject[]> {
  const { specs, replacing, cache, say } = request
  const npm = npmClient(request)
  const wanted = readReplacements(replacing)
  const sources = await sourcesOf({ specs, places: request, npm, cwd: tmpdir() })
  const stays = (source: Source): boolean => source.kind === 'folder' && wanted.length === 0
  const moving = sources.filter((source) => !stays(source))
  const fetched = moving.length === 0 ? [] : await fetchSubjects({ sources: moving, wanted, cache, npm, say })
  const subjects = sources.map((source) => subjectOf(placeOf(source, fetched), request))
  return [...new Map(subjects.map((subject) => [subject.id, subject])).values()]
}

function placeOf(source: Source, fetched: readonly Fetched[]): Fetched {
  const place = fetched.find((one) => one.source === source)
  if (place !== undefined) return place
  if (source.kind === 'folder') return { source, folder: source.folder, replacements: [] }
  throw new Error(`nothing was fetched for ${JSON.stringify(source)}`)
}

function subjectOf({ source, folder, replacements }: Fetched, { runtimeVersion }: SdksRequest): SdkSubject {
  const manifest = readManifest(folder)
  // What is published without its module cannot be built by anyone any more: it does not load, which is a verdict.
  const entry = source.kind === 'folder' ? builtEntryOf(folder, manifest) : entryOf(folder, manifest)
  const version = valid(manifest.version) ?? '0.0.0'
  const named = source.kind === 'published' ? undefined : source.spec
  const id = named === undefined ? `${sdkName}@${version}` : `${named} (${manifest.name}@${version})`
  return {
    kind: 'sdk',
    id: `${id}${withWords(replacements)}`,
    version,
    runtime: 'node',
    runtimeVersion,
    directory: folder,
    entry: pathToFileURL(entry).href,
    dependencies: resolvedDependencies(folder, manifest),
  }
}
