import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { resolvedDependencies, type Dependencies } from './dependencies.ts'
import { npmFailure } from './npm-failure.ts'
import { readManifest } from './package-folder.ts'
import { sdkName } from './source.ts'

/**
 * Where fetched packages stand, each alone with all that it depends on, under its key. What is not finished stands
 * beside them in a folder of its run and comes here by one rename, so that neither a kill nor a second run at the
 * same time can leave half of something; nobody waits for a lock.
 */
export interface Shelf {
  /** The folder of the package, where it is there as it was put. */
  find: (key: string) => string | undefined
  /** Takes over a package; where another run was first, its one is kept. */
  put: (key: string, from: string) => Promise<string>
  /** A folder for what is not finished. */
  stage: () => Promise<string>
}

/** No fetch takes so long: what is older was left by a run that was killed. */
const abandonedMs = 3_600_000
const staged = '.building-'
const marker = 'complete.json'

/** What stands on a shelf: every version of one package, in a folder of the cache. */
interface Stock {
  readonly name: string
  readonly folder: string
}

export function openShelf(cache: string, { name, folder }: Stock = { name: sdkName, folder: 'sdk' }): Shelf {
  const root = join(cache, folder)
  /** As an application has it. */
  const packageIn = (home: string): string => join(home, 'node_modules', name)
  const find = (key: string): string | undefined => wholePackage(join(root, key), packageIn)
  return {
    find,
    async put(key, from) {
      const alone = await mkdtemp(join(root, staged))
      await mkdir(join(packageIn(alone), '..'), { recursive: true })
      await rename(from, packageIn(alone))
      await writeFile(join(alone, marker), JSON.stringify(contentOf(packageIn(alone))))
      await moveTo({ from: alone, home: join(root, key), isWhole: () => find(key) !== undefined })
      return packageIn(join(root, key))
    },
    async stage() {
      try {
        await mkdir(root, { recursive: true })
        await clearAbandoned(root)
        return await mkdtemp(join(root, staged))
      } catch (error) {
        throw npmFailure(`made a folder in ${root} for what is fetched`, error)
      }
    },
  }
}

/** What is recorded last and looked at first: a cache may lose files in other ways than by a kill. */
interface Content {
  readonly version: string
  readonly dependencies: Dependencies
}

function contentOf(folder: string): Content {
  const manifest = readManifest(folder)
  return { version: manifest.version, dependencies: resolvedDependencies(folder, manifest) }
}

function wholePackage(home: string, packageIn: (home: string) => string): string | undefined {
  const folder = packageIn(home)
  if (!existsSync(join(home, marker)) || !existsSync(join(folder, 'package.json'))) return undefined
  try {
    const recorded = JSON.parse(readFileSync(join(home, marker), 'utf8')) as Content
    return isDeepStrictEqual(recorded, contentOf(folder)) ? folder : undefined
  } catch {
    return undefined
  }
}

/** What is there already is whole, and then it stays; or it is a ruin, and makes room. Other runs may do the same. */
async function moveTo(move: { from: string; home: string; isWhole: () => boolean }, tries = 3): Promise<void> {
  const { from, home, isWhole } = move
  try {
    await rename(from, home)
  } catch (error) {
    if (tries === 1) throw error
    if (isWhole()) return rm(from, { recursive: true, force: true })
    const ruin = `${from}-ruin`
    await rename(home, ruin).catch(() => undefined)
    await rm(ruin, { recursive: true, force: true })
    await moveTo(move, tries - 1)
  }
}

async function clearAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(staged)) continue
    const folder = join(root, name)
    const touched = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    )
    if (Date.now() - touched > abandonedMs) await rm(folder, { recursive: true, force: true })
  }
}
