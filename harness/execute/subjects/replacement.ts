import { maxSatisfying, valid, validRange } from 'semver'
import { newest, publishedVersions, type Published } from './registry.ts'
import type { Npm } from './npm.ts'
import { SubjectError } from './subject-error.ts'

/** A dependency that an SDK is judged with instead of the one that it would find. */
export interface Replacement {
  readonly name: string
  readonly version: string
}

/** `axios@1.6.2`, as it stands behind `--with`. */
export interface Wanted {
  readonly name: string
  /** A version, a range or a tag. */
  readonly wanted: string
}

export function readReplacements(texts: readonly string[]): Wanted[] {
  const read = texts.map(readReplacement)
  const twice = read.find(({ name }, index) => read.findIndex((other) => other.name === name) !== index)
  if (twice === undefined) return read
  throw new SubjectError(
    `read --with ${texts.join(' --with ')}: ${twice.name} is named twice, and an SDK finds one. Run once for each.`,
  )
}

/** The version itself, where it is one; what else was written only the registry can tell. */
export function exactReplacement({ name, wanted }: Wanted): Replacement | undefined {
  const version = valid(wanted)
  return version === null ? undefined : { name, version }
}

/** What the registry has for it: the newest version that is meant. */
export async function publishedReplacement({
  wanted: { name, wanted },
  npm,
  cwd,
}: {
  wanted: Wanted
  npm: Npm
  cwd: string
}): Promise<Replacement> {
  const published = await publishedVersions({ name, npm, cwd })
  if (published === undefined) {
    throw new SubjectError(`looked for ${name}@${wanted} (--with): the npm registry has no package "${name}".`)
  }
  const version = chosen(wanted, published)
  if (version !== undefined) return { name, version }
  throw new SubjectError(`looked for ${name}@${wanted} (--with): no such version is published.${newest(published)}`)
}

function readReplacement(text: string): Wanted {
  const at = text.lastIndexOf('@')
  const [name, wanted] = at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text, '']
  if (/^(@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i.test(name) && /^[\w^~<>=*.+| -]+$/.test(wanted))
    return { name, wanted }
  throw new SubjectError(`read --with ${text}: a package and its version are wanted, as axios@1.6.2.`)
}

function chosen(wanted: string, { versions, tags }: Published): string | undefined {
  const exact = valid(wanted)
  if (exact !== null) return versions.find((version) => version === exact)
  if (Object.hasOwn(tags, wanted)) return tags[wanted]
  return validRange(wanted) === null ? undefined : (maxSatisfying([...versions], wanted) ?? undefined)
}
