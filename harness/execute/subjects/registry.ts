import { compare, prerelease } from 'semver'
import type { Npm } from './npm.ts'
import { isUnpublished, npmFailure, type Otherwise } from './npm-failure.ts'

/** What the npm registry has of a package. */
export interface Published {
  readonly name: string
  /** Oldest first. */
  readonly versions: readonly string[]
  /** `latest` and whatever else its authors have given a name. */
  readonly tags: Readonly<Record<string, string>>
}

/** Every published version of a package; nothing where there is no such package. */
export async function publishedVersions({
  name,
  npm,
  cwd,
  or,
}: {
  name: string
  npm: Npm
  cwd: string
  or?: Otherwise | undefined
}): Promise<Published | undefined> {
  try {
    const text = await npm(['view', name, 'versions', 'dist-tags', '--json'], cwd)
    const { versions, 'dist-tags': tags } = JSON.parse(text) as { versions: string | string[]; 'dist-tags': Tags }
    return { name, versions: [versions].flat().sort(compare), tags }
  } catch (error) {
    if (isUnpublished(error)) return undefined
    throw npmFailure(`asked the npm registry for the versions of ${name}`, error, or)
  }
}

type Tags = Published['tags']

/** The end of a sentence that says that something is not published. */
export function newest({ versions }: Published): string {
  const stable = versions.filter((version) => prerelease(version) === null)
  const last = (stable.length > 0 ? stable : versions).slice(-5).reverse()
  return last.length === 0 ? '' : ` The newest are ${last.join(', ')}.`
}
