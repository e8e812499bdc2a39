import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { SubjectIdentity } from '../model/subject.ts'
import { command, repository } from './fixtures/command.ts'
import { emptyFolder, sdkOf } from './fixtures/folders.ts'

// The real npm and the real registry: what is fetched, what is kept, and what is said where there is nothing to fetch.

const one = ['run', '--contract', 'functions/invoke-works-without-data', '--runs', '5', '--seed', '1']
const timeout = 180_000

test('a range: its versions side by side, fetched at once, each named in every report', { timeout }, async () => {
  const cwd = emptyFolder()
  const kinds = ['json', 'ndjson', 'junit', 'terminal']
  const reports = kinds.flatMap((kind) => ['--report', `${kind}=${kind}`])
  const args = [...one, '--sdk', '0.8.44 - 0.8.46', ...reports]
  const { code, stderr } = await command(args, { cwd, ...withCache(cwd) })
  expect(stderr).toMatch(/^Fetching 3 versions of @base44\/sdk …\n/)
  expect(code).toBe(0)
  for (const kind of kinds) {
    const text = readFileSync(join(cwd, kind), 'utf8')
    for (const version of ['0.8.44', '0.8.45', '0.8.46']) expect(text).toContain(`@base44/sdk@${version}`)
  }
  const again = await command([...one, '--sdk', '0.8.45'], { cwd, env: { ...withCache(cwd).env, ...offline } })
  expect(again).toMatchObject({ code: 0, stderr: expect.not.stringContaining('Fetching') as string })
  expect(shelf(cwd)).toEqual(['0.8.44', '0.8.45', '0.8.46'])
})

test('two runs at once on an empty cache: both judge, and each version is there once', { timeout }, async () => {
  const cwd = emptyFolder()
  const args = [...one, '--sdk', '0.8.45', '--sdk', '0.8.46', '--jobs', '1']
  const both = await Promise.all([command(args, { cwd, ...withCache(cwd) }), command(args, { cwd, ...withCache(cwd) })])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(shelf(cwd)).toEqual(['0.8.45', '0.8.46'])
})

test(
  'killed while it fetches: what it left is taken for nothing, and does not stand in the way',
  { timeout },
  async () => {
    const cwd = emptyFolder()
    for (const afterMs of [100, 700, 1500]) {
      await stopped([...one, '--sdk', '0.8.45'], { cwd, afterMs, signal: 'SIGKILL' })
    }
    const { code } = await command([...one, '--sdk', '0.8.45'], { cwd, ...withCache(cwd) })
    expect(code).toBe(0)
    expect(shelf(cwd).filter((name) => !name.startsWith('.'))).toEqual(['0.8.45'])
    // Its npm goes on alone for a moment; it would write into a folder that is being removed.
    await setTimeout(2000)
  },
)

test('Ctrl-C while it fetches: 130, and nothing is left', { timeout }, async () => {
  const cwd = emptyFolder()
  expect(await stopped([...one, '--sdk', '0.8.45'], { cwd, afterMs: 500, signal: 'SIGINT' })).toBe(130)
  expect(shelf(cwd)).toEqual([])
})

test(
  '--with: a copy of the folder is judged with it; the folder and all else stays as it is',
  { timeout },
  async () => {
    const cwd = emptyFolder()
    cpSync(join(repository, 'node_modules', '@base44', 'sdk'), join(cwd, 'sdk'), { recursive: true })
    symlinkSync(join(repository, 'node_modules'), join(cwd, 'node_modules'), 'junction')
    const before = everything(join(cwd, 'sdk'))
    const args = [...one, '--sdk', './sdk', '--report', 'json']
    const [plain, other] = [await judged(args, cwd), await judged([...args, '--with', 'axios@1.6.2'], cwd)]
    expect(plain.id).toBe('./sdk (@base44/sdk@0.8.50)')
    expect(other.id).toBe('./sdk (@base44/sdk@0.8.50) with axios@1.6.2')
    expect(other.dependencies['axios']).toBe('1.6.2')
    expect(plain.dependencies['axios']).not.toBe('1.6.2')
    expect(other.dependencies['socket.io-client']).toBe(plain.dependencies['socket.io-client'])
    expect(everything(join(cwd, 'sdk'))).toEqual(before)
  },
)

test(
  '--with and a version: kept beside the version as it is, and repeated in the line that runs it again',
  { timeout },
  async () => {
    const cwd = emptyFolder()
    const args = [...one, '--with', 'axios@1.6.2', '--sdk', '0.8.45']
    const first = await command([...args, '--report', 'json'], { cwd, ...withCache(cwd) })
    expect(first.stderr).toContain('Fetching @base44/sdk@0.8.45 with axios@1.6.2 …')
    expect(first.stderr).toContain('@base44/sdk@0.8.45 with axios@1.6.2 on node')
    expect(JSON.parse(first.stdout)).toMatchObject({
      header: { flags: expect.arrayContaining(['--with', 'axios@1.6.2']) as string[] },
    })
    expect(await command(args, { cwd, env: { ...withCache(cwd).env, ...offline } })).toMatchObject({ code: 0 })
    expect(shelf(cwd)).toEqual(['0.8.45+axios@1.6.2'])
  },
)

test.each([
  [['--with', 'axios@99.0.0'], 'looked for axios@99.0.0 (--with): no such version is published. The newest are'],
  [['--with', '@base44/no-such-package@1.0.0'], 'the npm registry has no package "@base44/no-such-package".'],
  [['--with', 'picocolors@1.1.1'], 'it does not depend on picocolors. It depends on axios, '],
  [['--with', 'axios'], 'read --with axios: a package and its version are wanted, as axios@1.6.2.'],
  [['--sdk', '0.0.999'], 'fetched @base44/sdk@0.0.999 from the npm registry: no such version is published. The newest'],
  [['--sdk', '>=999'], 'that match ">=999": none of the'],
  [['--sdk', 'no-such-tag'], 'no tag (latest'],
])('%j: 5, with what there is', { timeout }, async (args, said) => {
  const cwd = emptyFolder()
  const { code, stdout, stderr } = await command([...one, ...args], { cwd, ...withCache(cwd) })
  expect(stderr).toContain(said)
  expect({ code, stdout }).toEqual({ code: 5, stdout: '' })
  expect(shelf(cwd)).toEqual([])
})

test.each([
  ['0.8.20', 'fetched @base44/sdk@0.8.20 from the npm registry: the registry cannot be reached. Check the network'],
  [
    '0.8.x',
    'asked the npm registry for the versions of @base44/sdk: the registry cannot be reached. Check the network',
  ],
])('--sdk %s without a network: 5, with what to do', async (sdk, said) => {
  const cwd = emptyFolder()
  const { code, stderr } = await command([...one, '--sdk', sdk], { cwd, env: { ...withCache(cwd).env, ...offline } })
  expect(stderr).toContain(said)
  expect(code).toBe(5)
})

test(
  'a tarball is judged as it would be installed; one that was packed without its build does not load',
  { timeout },
  async () => {
    const cwd = emptyFolder()
    await npmPack(join(repository, 'node_modules', '@base44', 'sdk'), cwd)
    const unbuilt = sdkOf('export {}')
    const whole = await command([...one, '--sdk', './base44-sdk-0.8.50.tgz'], { cwd, ...withCache(cwd) })
    expect(whole.stderr).toContain('./base44-sdk-0.8.50.tgz (@base44/sdk@0.8.50) on node')
    expect(whole.code).toBe(0)
    await npmPack(unbuilt, cwd)
    const half = await command([...one, '--sdk', './base44-sdk-1.0.0.tgz'], { cwd, ...withCache(cwd) })
    expect(half.code).toBe(1)
  },
)

const offline = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retry_mintimeout: '10' }

function withCache(folder: string): { env: NodeJS.ProcessEnv } {
  return { env: { XDG_CACHE_HOME: join(folder, 'cache') } }
}

function shelf(cwd: string): string[] {
  const folder = join(cwd, 'cache', 'base44-conformance', 'sdk')
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

async function judged(args: readonly string[], cwd: string): Promise<SubjectIdentity> {
  const { stdout, stderr } = await command(args, { cwd, ...withCache(cwd) })
  expect(stderr).toContain('2 hold')
  return (JSON.parse(stdout) as { header: { subjects: [SubjectIdentity] } }).header.subjects[0]
}

/** Path, size and time of every file. */
function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => {
    const { size, mtimeMs } = statSync(join(folder, path))
    return `${path} ${size} ${mtimeMs}`
  })
}

/** Stops the command so long after it has begun to fetch. */
async function stopped(
  args: readonly string[],
  { cwd, afterMs, signal }: { cwd: string; afterMs: number; signal: NodeJS.Signals },
): Promise<unknown> {
  const script = join(repository, 'bin', 'base44-conformance.js')
  const child = spawn(process.execPath, [script, ...args], { cwd, env: { ...process.env, ...withCache(cwd).env } })
  const closed = once(child, 'close')
  await once(child.stderr, 'data')
  await setTimeout(afterMs)
  child.kill(signal)
  const [code] = (await closed) as unknown[]
  return code
}

async function npmPack(folder: string, into: string): Promise<void> {
  await once(spawn('npm', ['pack', folder, '--ignore-scripts', '--pack-destination', into], { cwd: into }), 'close')
}
