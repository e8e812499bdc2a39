import { createHash } from 'node:crypto'
import { mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { directDependencies, type Dependencies } from './dependencies.ts'
import type { Package } from './fetch-packages.ts'
import type { Npm } from './npm.ts'
import { npmFailure } from './npm-failure.ts'
import { builtEntryOf, readManifest } from './package-folder.ts'
import type { Replacement } from './replacement.ts'
import { sdkName, type Source } from './source.ts'

/** What has to stand on the shelf for an SDK, under a key that says everything that makes it another one. */
export async function packageOf(
  source: Source,
  { replacements, staging, npm }: { replacements: readonly Replacement[]; staging: string; npm: Npm },
): Promise<Package> {
  const suffix = replacements.map(({ name, version }) => `+${encodeURIComponent(name)}@${version}`).sort()
  const keyed = (key: string): string => [key, ...suffix].join('')
  switch (source.kind) {
    case 'published': {
      const { version } = source
      return {
        key: keyed(version),
        name: sdkName,
        label: `${sdkName}@${version}`,
        from: { published: version },
        pinned: {},
      }
    }
    case 'tarball': {
      const key = keyed(`tarball-${await digest(source.file)}`)
      return { key, name: sdkName, label: source.spec, from: { tarball: source.file }, pinned: {} }
    }
    case 'folder': {
      const { folder, label, pinned } = read(source)
      const tarball = await pack({ folder, label, staging, npm })
      const key = keyed(`folder-${await digest(tarball, pinned)}`)
      return { key, name: sdkName, label, from: { tarball }, pinned }
    }
  }
}

/** What the folder resolves stays as it is, so that nothing differs but what is replaced. */
function read({ folder, spec }: Source & { kind: 'folder' }): { folder: string; label: string; pinned: Dependencies } {
  const manifest = readManifest(folder)
  builtEntryOf(folder, manifest)
  return { folder, label: spec ?? `${sdkName}@${manifest.version}`, pinned: directDependencies(folder, manifest) }
}

/** As npm would publish it, without a script of its own being run. */
async function pack({
  folder,
  label,
  staging,
  npm,
}: {
  folder: string
  label: string
  staging: string
  npm: Npm
}): Promise<string> {
  const target = await mkdtemp(join(staging, 'packed-'))
  try {
    const said = await npm(['pack', folder, '--ignore-scripts', '--json', '--pack-destination', target], staging)
    const [packed] = JSON.parse(said) as { filename: string }[]
    return join(target, packed?.filename ?? '')
  } catch (error) {
    throw npmFailure(`packed ${label} to judge a copy of it`, error)
  }
}

async function digest(file: string, pinned: Dependencies = {}): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(file))
    .update(JSON.stringify(pinned))
  return hash.digest('hex').slice(0, 24)
}
