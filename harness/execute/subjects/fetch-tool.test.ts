import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fetchTools, type Tool } from './fetch-tool.ts'
import type { Npm } from './npm.ts'

const cli: Tool = {
  name: 'base44',
  version: '0.1.18',
  label: 'base44@0.1.18',
  pinned: { '@deno/loader': 'npm:x@1.0.0' },
}
const deno: Tool = { name: '@deno/linux-x64-glibc', version: '2.9.5', label: 'Deno 2.9.5', pinned: {} }

function cacheFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tools-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Installs what package.json asks for, as far as it looks at it. */
function installs(asked: string[]): Npm {
  return async (args, cwd) => {
    const text = readFileSync(join(cwd, 'package.json'), 'utf8')
    asked.push(`${args.join(' ')} ${text}`)
    const wishes = (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies
    for (const [alias, wish] of Object.entries(wishes)) {
      const [, name, version] = /^npm:(.+)@(.+)$/.exec(wish) ?? []
      mkdirSync(join(cwd, 'node_modules', alias), { recursive: true })
      writeFileSync(join(cwd, 'node_modules', alias, 'package.json'), JSON.stringify({ name, version }))
    }
    return ''
  }
}

test('what is not there is fetched, said in one sentence, and kept; the second time npm is not asked', async () => {
  const [cache, asked, said]: [string, string[], string[]] = [cacheFolder(), [], []]
  const fetched = async () =>
    fetchTools([cli, deno], { cache, npm: installs(asked), say: (text) => void said.push(text) })
  const folders = await fetched()
  const tools = join(cache, 'tools')
  expect(folders).toEqual([
    join(tools, 'base44', '0.1.18', 'node_modules', 'base44'),
    join(tools, '@deno/linux-x64-glibc', '2.9.5', 'node_modules', '@deno/linux-x64-glibc'),
  ])
  expect(await fetched()).toEqual(folders)
  expect(said).toEqual(['Fetching base44@0.1.18 and Deno 2.9.5 …'])
  expect(asked).toHaveLength(2)
  // Both at once, so that either may be asked for first.
  const how = /--ignore-scripts .*--omit=optional .*"@deno\/loader":"npm:x@1.0.0"/
  expect(asked).toContainEqual(expect.stringMatching(how))
})

const versions = JSON.stringify({ versions: ['0.1.17', '0.1.18'], 'dist-tags': { latest: '0.1.18' } })

test.each([
  [
    'npm error code ETARGET\nnpm error notarget No matching version found',
    'fetched base44@0.1.18 from the npm registry: npm failed: code ETARGET notarget No matching version found',
    versions,
  ],
  [
    'npm error code ETARGET',
    'fetched base44@0.1.18 from the npm registry: no such version is published. The newest are 0.1.17.',
    JSON.stringify({ versions: '0.1.17', 'dist-tags': {} }),
  ],
  [
    'npm error code ECONNREFUSED',
    'fetched base44@0.1.18 from the npm registry: the registry cannot be reached. Check the network; it is needed once only, since what was fetched is kept.',
    versions,
  ],
  [
    'Error: spawn npm ENOENT',
    'fetched base44@0.1.18 from the npm registry: there is no npm on the PATH. Install it (it comes with Node, from https://nodejs.org).',
    versions,
  ],
])('%j is said, and nothing is left', async (stderr, said, view) => {
  const cache = cacheFolder()
  const npm: Npm = async ([verb]) => {
    if (verb === 'view') return view
    throw Object.assign(new Error('npm'), { stderr })
  }
  const failed = fetchTools([cli], { cache, npm, say: () => undefined })
  await expect(failed).rejects.toMatchObject({ name: 'SubjectError', message: said })
  expect(readdirSync(join(cache, 'tools', 'base44'))).toEqual([])
})

test('one that fails waits for the other, which stays', async () => {
  const cache = cacheFolder()
  const good = installs([])
  const npm: Npm = async (args, cwd) => {
    if (readFileSync(join(cwd, 'package.json'), 'utf8').includes('npm:base44@'))
      throw Object.assign(new Error(), { stderr: 'EACCES' })
    return good(args, cwd)
  }
  await expect(fetchTools([cli, deno], { cache, npm, say: () => undefined })).rejects.toThrow('may not be written')
  expect(readdirSync(join(cache, 'tools', '@deno', 'linux-x64-glibc'))).toEqual(['2.9.5'])
})
