import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resolvedDependencies, type Dependencies } from './dependencies.ts'
import type { Npm } from './npm.ts'
import { isUnpublished, npmFailure, type Otherwise } from './npm-failure.ts'
import { readManifest } from './package-folder.ts'
import { newest, publishedVersions } from './registry.ts'
import type { Replacement } from './replacement.ts'
import type { Shelf } from './shelf.ts'
import { SubjectError } from './subject-error.ts'

/** A package that is to stand on the shelf. */
export interface Package {
  readonly key: string
  readonly name: string
  /** As it is called in a sentence. */
  readonly label: string
  readonly from: { readonly published: string } | { readonly tarball: string }
  /** Versions of its own dependencies that stay as they are. */
  readonly pinned: Dependencies
}

/** Installs all of them, versions of one package, with one npm, each with everything it depends on inside it, and puts them on the shelf. */
export async function fetchPackages({
  packages,
  replacements,
  shelf,
  staging,
  npm,
  omit,
  or,
}: {
  packages: readonly Package[]
  replacements: readonly Replacement[]
  shelf: Shelf
  staging: string
  npm: Npm
  /** Leaves out what is optional, all the way down. */
  omit?: 'optional'
  /** What else can be done where npm is of no use. */
  or?: Otherwise
}): Promise<void> {
  const named = packages.map((one, index) => ({ ...one, alias: `subject-${index}` }))
  await writeFile(join(staging, 'package.json'), JSON.stringify(await wishes(named, { replacements, staging })))
  try {
    await npm(['install', ...alone, ...(omit === undefined ? [] : [`--omit=${omit}`])], staging)
  } catch (error) {
    throw await whyNotFetched({ error, packages, npm, cwd: staging, or })
  }
  const places = named.map((one) => ({ ...one, folder: join(staging, 'node_modules', one.alias) }))
  for (const { label, folder } of places) refuseUnused({ label, folder, replacements })
  for (const { key, folder } of places) await shelf.put(key, folder)
}

/** The packages in a few words. */
export function namesOf(packages: readonly Pick<Package, 'label' | 'from' | 'name'>[]): string {
  const [first] = packages
  if (first !== undefined && packages.length === 1) return first.label
  const what = packages.every(({ from }) => 'published' in from) ? `versions of ${first?.name}` : 'packages'
  return `${packages.length} ${what}`
}

/** Nested, so that each package is whole without what npm would otherwise share between them. */
const alone = ['--install-strategy=nested', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']

type Named = Package & { readonly alias: string }

async function wishes(
  named: readonly Named[],
  { replacements, staging }: { replacements: readonly Replacement[]; staging: string },
): Promise<object> {
  const replaced = Object.fromEntries(replacements.map(({ name, version }) => [name, version]))
  const pinned = named.map(({ alias, pinned: versions }) => [alias, without(versions, replaced)] as const)
  const dependencies = await Promise.all(named.map(async (one) => [one.alias, await wish(one, staging)] as const))
  return {
    private: true,
    dependencies: Object.fromEntries(dependencies),
    overrides: {
      ...replaced,
      ...Object.fromEntries(pinned.filter(([, versions]) => Object.keys(versions).length > 0)),
    },
  }
}

/** A tarball is copied first: one that is written anew meanwhile, or has a name npm does not know, is no trouble. */
async function wish({ alias, name, from }: Named, staging: string): Promise<string> {
  if ('published' in from) return `npm:${name}@${from.published}`
  await copyFile(from.tarball, join(staging, `${alias}.tgz`))
  return `file:${alias}.tgz`
}

function without(versions: Dependencies, replaced: Dependencies): Dependencies {
  return Object.fromEntries(Object.entries(versions).filter(([name]) => !Object.hasOwn(replaced, name)))
}

async function whyNotFetched({
  error,
  packages,
  npm,
  cwd,
  or,
}: {
  error: unknown
  packages: readonly Package[]
  npm: Npm
  cwd: string
  or: Otherwise | undefined
}): Promise<Error> {
  const isPublished = packages.every(({ from }) => 'published' in from)
  const fetched = isPublished
    ? `fetched ${namesOf(packages)} from the npm registry`
    : `installed ${namesOf(packages)} with npm`
  const name = packages[0]?.name
  const asked = name !== undefined && isUnpublished(error)
  const published = asked ? await publishedVersions({ name, npm, cwd, or }) : undefined
  if (published === undefined) return npmFailure(fetched, error, or)
  const versions = packages.flatMap(({ from }) => ('published' in from ? [from.published] : []))
  const unknown = versions.filter((version) => !published.versions.includes(version))
  if (unknown.length === 0) return npmFailure(fetched, error, or)
  return new SubjectError(
    `fetched ${name}@${unknown.join(', ')} from the npm registry: no such version is published.${newest(published)}`,
  )
}

/** A replacement that nothing asks for would judge the SDK as it is, under another name. */
function refuseUnused({
  label,
  folder,
  replacements,
}: {
  label: string
  folder: string
  replacements: readonly Replacement[]
}): void {
  const manifest = readManifest(folder)
  const found = resolvedDependencies(folder, manifest)
  const unused = replacements.find(({ name, version }) => found[name] !== version)
  if (unused === undefined) return
  const names = Object.keys(manifest.dependencies ?? {}).join(', ')
  throw new SubjectError(
    `judged ${label} with ${unused.name}@${unused.version}: it does not depend on ${unused.name}. It depends on ${names || 'nothing'}.`,
  )
}
