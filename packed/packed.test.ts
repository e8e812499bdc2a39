import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { fixtureFiles } from '../harness/load/fixture-files.ts'
import { run, type Ran } from './as-a-user.ts'

// What is published, as a user gets it: packed, installed by npm in an empty folder, run by npx.

const user = inject('user')
const installed = join(user, 'node_modules', 'base44-conformance')

test('it is small, and nothing runs while it is installed', () => {
  const { packages } = JSON.parse(readFileSync(join(user, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>
  }
  const megabytes = sizeOf(join(user, 'node_modules')) / 2 ** 20
  console.log(`installed: ${megabytes.toFixed(1)} MB in ${Object.keys(packages).length - 1} packages`)
  expect(megabytes).toBeLessThan(60)
  expect(Object.keys(packages).filter((path) => packages[path]?.hasInstallScript === true)).toEqual([])
  expect(
    Object.keys(packages).filter((path) =>
      /\/(vitest|deno|@pact-.*|playwright-core|testcontainers|node-[a-z]+-[a-z0-9]+)$/.test(path),
    ),
  ).toEqual([])
})

test('it holds what is run and what is written out, and no test, fixture or source', () => {
  const files = readdirSync(installed, { recursive: true }).map((path) => String(path).replaceAll('\\', '/'))
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'package.json', 'bin/base44-conformance.js']))
  expect(
    files.filter((path) => /\.test\.|(^|\/)fixtures(\/|$)|^(harness|reports|bench|tools)(\/|$)/.test(path)),
  ).toEqual([])
  const ofApps = /^suites\/(app|deviations\/base44-dev\/app)\//
  expect(files.filter((path) => /(?<!\.d)\.ts$/.test(path) && !ofApps.test(path))).toEqual([])
})

test('without arguments it says what can be done here', async () => {
  const { code, stdout } = await npx([])
  expect(code).toBe(0)
  expect(stdout).toContain('npx base44-conformance run')
})

test('list', async () => {
  const { code, stdout } = await npx(['list'])
  expect(code).toBe(0)
  expect(stdout).toContain('functions/invoke-works-without-data')
})

test('fixture, with every file that the repository writes', async () => {
  const here = fixtureFiles(fileURLToPath(new URL('../suites/app', import.meta.url)))
  const folder = join(mkdtempSync(join(tmpdir(), 'fixture-')), 'app')
  expect(await npx(['fixture', folder])).toMatchObject({ code: 0 })
  for (const { path, text } of here) expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
})

test('check --static', async () => {
  expect(await npx(['check', '--static'])).toMatchObject({ code: 0, stdout: expect.stringContaining('no mistake') })
})

test('run, in worker threads that run what was built', async () => {
  const selected = ['invoke-sends-parameters-as-json', 'multipart-carries-files-whole', 'fetch-works-without-init']
  const contracts = selected.flatMap((name) => ['--contract', `functions/${name}`])
  const { code, stdout, stderr } = await npx(['run', ...contracts, '--runs', '5', '--report', 'json'])
  expect(stderr).toContain('keeps every promise')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ header: { runs: 5 }, exitCode: 0 })
})

test('run where a host name has to answer without DNS', async () => {
  expect(await npx(['run', '--contract', 'functions/without-a-server-url-*'])).toMatchObject({ code: 0 })
})

test('demo', async () => {
  const { code, stderr } = await npx(['demo'])
  expect(stderr).toContain(join('node_modules', 'base44-conformance', 'suites', 'app', 'broken-sdk', 'index.js'))
  expect(code).toBe(0)
})

test('a mistake is a sentence and 2, also through npx', async () => {
  const { code, stderr } = await npx(['run', '--suite', 'smok'])
  expect(stderr).toContain('did you mean smoke?')
  expect(code).toBe(2)
})

test('package.json can be read, and nothing else is promised but the library', async () => {
  const script = `
    const { createRequire } = await import('node:module')
    console.log(createRequire(process.cwd() + '/x.js')('base44-conformance/package.json').name)
    await import('base44-conformance/dist/harness/run.js').catch((error) => console.log(error.code))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: user })
  expect(stdout).toBe('base44-conformance\nERR_PACKAGE_PATH_NOT_EXPORTED\n')
})

function npx(args: readonly string[]): Promise<Ran> {
  return run('npx', ['--no', '--', 'base44-conformance', ...args], { cwd: user })
}

/** What it takes on the disk. */
function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory() !== true) return Math.max(stat?.size ?? 0, (stat?.blocks ?? 0) * 512)
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}
