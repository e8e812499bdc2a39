import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minVersion } from 'semver'
import type { TestProject } from 'vitest/node'
import { succeed } from './as-a-user.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty folder in which the packed package is installed. */
    readonly user: string
    /** The `bin` folder of the oldest Node that the package says it runs on. */
    readonly oldestNode: string
  }
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Packs the package and installs it with npm in an empty folder, once for all tests. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packed-')))
  const user = join(folder, 'user')
  mkdirSync(user)
  writeFileSync(join(user, 'package.json'), '{ "private": true }')
  await succeed('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root })
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  await succeed('npm', ['install', '--no-audit', '--no-fund', join('..', tarball)], { cwd: user })
  provide('user', user)
  provide('oldestNode', await oldestNode())
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Fetched from the npm registry once, into the folder where everything else that is fetched is kept. */
async function oldestNode(): Promise<string> {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } }
  const version = minVersion(engines.node)?.version
  if (version === undefined) throw new Error(`read engines.node of package.json: "${engines.node}" is no range`)
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}`
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'base44-conformance', 'node')
  const home = join(cache, version)
  if (!existsSync(home)) await fetchNode({ spec: `${name}@${version}`, name, cache, home })
  return join(home, 'bin')
}

async function fetchNode({
  spec,
  name,
  cache,
  home,
}: Record<'spec' | 'name' | 'cache' | 'home', string>): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const building = mkdtempSync(join(cache, '.building-'))
  try {
    writeFileSync(join(building, 'package.json'), '{ "private": true }')
    await succeed('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', spec], { cwd: building })
    if (!existsSync(home)) renameSync(join(building, 'node_modules', name), home)
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
}
