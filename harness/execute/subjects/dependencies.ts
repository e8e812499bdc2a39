import { realpathSync } from 'node:fs'
import { findPackage, readManifest, type Manifest } from './package-folder.ts'

/** Name → version, or versions where different ones are found in different places. */
export type Dependencies = Readonly<Record<string, string>>

/** What is declared and cannot be found; the SDK may still load. */
const missing = 'missing'

/** Resolved versions of what a package depends on, and of what that depends on, each as the code there would find it. */
export function resolvedDependencies(folder: string, manifest: Manifest): Dependencies {
  const found = new Map<string, Set<string>>()
  const seen = new Set<string>()
  const waiting = [{ folder: realpathSync(folder), manifest }]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const [name, place] of declared(one.manifest, one.folder)) {
      const manifestThere = place === undefined ? undefined : readManifest(place)
      found.set(name, (found.get(name) ?? new Set()).add(manifestThere?.version ?? missing))
      if (place === undefined || manifestThere === undefined || seen.has(place)) continue
      seen.add(place)
      waiting.push({ folder: place, manifest: manifestThere })
    }
  }
  const names = [...found.keys()].sort()
  return Object.fromEntries(names.map((name) => [name, [...(found.get(name) ?? [])].sort().join(', ')]))
}

/** Versions of what a package names itself, as far as they are found. */
export function directDependencies(folder: string, manifest: Manifest): Dependencies {
  const places = declared(manifest, realpathSync(folder))
  return Object.fromEntries(
    places.flatMap(([name, place]) => (place === undefined ? [] : [[name, readManifest(place).version]])),
  )
}

/** Node follows links before it looks around; what is optional may be away. */
function declared(manifest: Manifest, from: string): [string, string | undefined][] {
  const optional = { ...manifest.optionalDependencies, ...manifest.peerDependencies }
  return Object.keys({ ...manifest.dependencies, ...optional }).flatMap((name): [string, string | undefined][] => {
    const place = findPackage(name, from)
    if (place !== undefined) return [[name, realpathSync(place)]]
    return Object.hasOwn(optional, name) ? [] : [[name, undefined]]
  })
}
