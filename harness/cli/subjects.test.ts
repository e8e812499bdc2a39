import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, repository } from './fixtures/command.ts'
import { emptyFolder, folderWith, manifest, sdkOf } from './fixtures/folders.ts'

// What cannot be found, fetched or reached: 5. What is there but does not load is violated: 1.

test.each([
  ['./nowhere', 'looked for the SDK "./nowhere": it is no version (0.8.50), no range'],
  ['./empty', 'there is no package.json. Name the folder of a package'],
  ['./unreadable', 'package.json is not JSON'],
  ['./unbuilt', '"exports" names ./dist/index.js, which is not there. Build the package first (npm install && npm run'],
  [
    './unbuilt-main',
    '"main" names ./lib/main.js, which is not there. Build the package first; its package.json has no',
  ],
  ['./no-entry', 'its "exports" name none'],
  [
    './no-package.tgz',
    'installed ./no-package.tgz with npm: it is not the archive of a package. Make one with npm pack.',
  ],
  ['git+https://example.com/sdk', 'addresses are not fetched. Clone it, build it and name its folder.'],
])('--sdk %s: 5, with what to do', async (sdk, sentence) => {
  const cwd = folderWith({
    'empty/readme': '',
    'unreadable/package.json': '{',
    'unbuilt/package.json': manifest({ exports: { '.': { import: './dist/index.js' } }, scripts: { build: 'tsc' } }),
    'unbuilt-main/package.json': manifest({ main: 'lib/main.js' }),
    'no-entry/package.json': manifest({ exports: { './other': './other.js' } }),
    'no-package.tgz': 'this is no archive',
  })
  const { code, stdout, stderr } = await command(['run', '--sdk', sdk], { cwd, ...withCache(cwd) })
  expect(stderr).toContain(sentence)
  expect({ code, stdout }).toEqual({ code: 5, stdout: '' })
})

test('the SDK that the folder resolves is the default one', async () => {
  const cwd = emptyFolder()
  cpSync(sdkOf('export {}'), join(cwd, 'node_modules', '@base44', 'sdk'), { recursive: true })
  const { stderr } = await command(['run', '--contract', 'functions/invoke-works-without-data'], { cwd })
  expect(stderr).toContain('@base44/sdk@1.0.0 on node')
})

test('the checkout of an SDK is judged as --sdk ./', async () => {
  const cwd = join(repository, 'node_modules', '@base44', 'sdk')
  const args = ['run', '--sdk', './', '--contract', 'functions/invoke-works-without-data']
  expect(await command(args, { cwd })).toMatchObject({ code: 0 })
})

test.each([
  ["throw new Error('no settings')", 'Error: no settings'],
  ['process.exit(7)', 'the thread ended with exit code 7'],
  ['import "./missing.js"', 'Cannot find module'],
  ['export const x = ;', 'SyntaxError'],
])('an SDK that does not load (%s) is violated, which is said once', async (module, said) => {
  const { code, stderr } = await command(['run', '--suite', 'smoke', '--sdk', sdkOf(module)])
  expect(stderr.split(said)).toHaveLength(2)
  expect(stderr).toContain('It does not load.')
  expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(/All \d+ cases that ran on .* fail in one and the same way/)
  expect(code).toBe(1)
})

function withCache(folder: string): { env: NodeJS.ProcessEnv } {
  return { env: { XDG_CACHE_HOME: folder } }
}
