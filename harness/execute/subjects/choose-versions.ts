import { satisfies, validRange } from 'semver'
import { newest, type Published } from './registry.ts'
import { SubjectError } from './subject-error.ts'

/** The published versions that are meant by a range or a tag, oldest first; pre-releases only where a range names them. */
export function chooseVersions(wanted: string, published: Published): readonly string[] {
  const tagged = Object.hasOwn(published.tags, wanted) ? published.tags[wanted] : undefined
  if (tagged !== undefined) return [tagged]
  if (validRange(wanted) === null) throw unknownTag(wanted, published)
  const versions = published.versions.filter((version) => satisfies(version, wanted))
  if (versions.length === 0) throw noneMatches(wanted, published)
  return versions
}

function unknownTag(wanted: string, { name, tags }: Published): SubjectError {
  return new SubjectError(
    `looked for ${name} "${wanted}": it is no version (0.8.50), no range ('0.8.x'), no tag (${Object.keys(tags).join(', ')}) and no file or folder that is there.`,
  )
}

function noneMatches(wanted: string, published: Published): SubjectError {
  const early = published.versions.filter((version) => satisfies(version, wanted, { includePrerelease: true }))
  const hint =
    early.length === 0
      ? newest(published)
      : ` Pre-releases are judged where they are named: ${early.slice(-3).reverse().join(', ')}.`
  return new SubjectError(
    `looked for versions of ${published.name} that match "${wanted}": none of the ${published.versions.length} published ones does.${hint}`,
  )
}
