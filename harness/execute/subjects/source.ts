import { chooseVersions } from './choose-versions.ts'
import { findPackage, readManifest } from './package-folder.ts'
import type { Npm } from './npm.ts'
import { readSpec, type Meant } from './read-spec.ts'
import { publishedVersions } from './registry.ts'
import { SubjectError } from './subject-error.ts'

/** One SDK that is meant, and where it comes from. */
export type Source =
  /** A folder that is there; with a name, where its owner named it and can build it. */
  | { readonly kind: 'folder'; readonly folder: string; readonly spec?: string }
  | { readonly kind: 'published'; readonly version: string }
  | { readonly kind: 'tarball'; readonly file: string; readonly spec: string }

export const sdkName = '@base44/sdk'

export interface Places {
  readonly cwd: string
  /** Where this package stands: the SDK it depends on is the last resort. */
  readonly own: string
}

/** Each SDK that is meant, in the order in which they were named; versions of a range from old to new. */
export async function sourcesOf({
  specs,
  places,
  npm,
  cwd,
}: {
  specs: readonly string[]
  places: Places
  npm: Npm
  /** Where npm is asked: not where a project has settings that it would not have for the fetching. */
  cwd: string
}): Promise<Source[]> {
  const meant = (specs.length === 0 ? [undefined] : specs).map((spec) => readSpec(spec, places.cwd))
  const asked = meant.some(({ kind }) => kind === 'published')
  const published = asked ? await publishedVersions({ name: sdkName, npm, cwd }) : undefined
  const versionsOf = (wanted: string): readonly string[] => {
    if (published !== undefined) return chooseVersions(wanted, published)
    throw new SubjectError(`looked for ${sdkName} "${wanted}": the npm registry has no package "${sdkName}".`)
  }
  return meant.flatMap((one) => sourcesOfOne(one, { places, versionsOf }))
}

/** The `@base44/sdk` that the working directory resolves, else the one this package depends on. */
export function installed({ cwd, own }: Places): string {
  const found = findPackage(sdkName, cwd) ?? findPackage(sdkName, own)
  if (found === undefined)
    throw new SubjectError(`looked for ${sdkName} from ${cwd}: it is not installed. Run npm install ${sdkName}.`)
  return found
}

function sourcesOfOne(
  meant: Meant,
  { places, versionsOf }: { places: Places; versionsOf: (wanted: string) => readonly string[] },
): Source[] {
  switch (meant.kind) {
    case 'default':
      return [{ kind: 'folder', folder: installed(places) }]
    case 'version':
      return [sourceOfVersion(meant.version, places)]
    case 'published':
      return versionsOf(meant.wanted).map((version) => sourceOfVersion(version, places))
    case 'folder':
    case 'tarball':
      return [meant]
  }
}

/** A version that is installed is taken as it is, with what it depends on there. */
function sourceOfVersion(version: string, { cwd, own }: Places): Source {
  const here = [cwd, own].map((from) => findPackage(sdkName, from))
  const folder = here.find((found) => found !== undefined && readManifest(found).version === version)
  return folder === undefined ? { kind: 'published', version } : { kind: 'folder', folder }
}
