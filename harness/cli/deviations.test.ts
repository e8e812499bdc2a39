import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { command, type Ran, type Surroundings } from './fixtures/command.ts'
import { copyOfRepository, emptyFolder } from './fixtures/folders.ts'

// Deviations from their finding to their end, with the real command on copies of an SDK that is broken on purpose.

const sends = 'functions/invoke-sends-parameters-as-json'
const rejects = 'functions/invoke-rejects-on-every-non-2xx'
const shown = 'functions/fetch-sends-json-as-shown'
const entries = 'suites/deviations'
const lost = 'invoke-sends-parameters-as-json-json-absent.yaml'

/** A clone with SDKs in it: folder → version. Every one of them loses false, 0 and ''. */
function cloneWith(sdks: Readonly<Record<string, string>>): string {
  const root = copyOfRepository()
  for (const [folder, version] of Object.entries(sdks)) {
    cpSync(join(root, 'suites/app/broken-sdk'), join(root, folder), { recursive: true })
    edit(join(root, folder, 'package.json'), (text) => text.replace(/"version": ".*?"/, `"version": "${version}"`))
  }
  return root
}

function repair(sdk: string): void {
  edit(join(sdk, 'index.js'), (text) => text.replace('.filter(([, value]) => value)', ''))
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(file, after)
}

/** What a person does. */
function fill(file: string): void {
  edit(file, (text) => text.replace("reason: ''", 'reason: it is known').replace("seen: ''", 'seen: by hand'))
}

async function run(root: string, contracts: readonly string[], more: readonly string[] = []): Promise<Ran> {
  const selected = contracts.flatMap((id) => ['--contract', id])
  return command(['run', '--runs', '20', '--seed', '1', '--timeout', '2000', ...selected, ...more], { root, cwd: root })
}

function deviations(line: string, root: string, more: Surroundings = {}): Promise<Ran> {
  return command(['deviations', ...line.split(' ').filter(Boolean)], { root, cwd: root, ...more })
}

test('from red to recorded, to green, to repaired, to red, to pruned, to green', { timeout: 180_000 }, async () => {
  const root = cloneWith({ sdk: '1.0.0' })
  const judge = (): Promise<Ran> => run(root, [sends, rejects], ['--sdk', './sdk'])
  expect((await judge()).code).toBe(1)

  const written = await deviations(`write ${sends} --owner Ada --link https://example.org/7 --until 2999-12-31`, root)
  expect(written).toMatchObject({ code: 0, stdout: '' })
  expect(written.stderr).toContain(`Wrote 1 deviation to ${entries}, from .base44-conformance`)
  expect(written.stderr).toContain('Say in each why it is accepted (reason) and how you saw it (seen)')
  const file = join(root, entries, lost)
  expect(readFileSync(file, 'utf8')).toContain("seen: ''\nlink: https://example.org/7\nowner: Ada\nuntil: 2999-12-31\n")

  const unfinished = await judge()
  expect(unfinished.code).toBe(2)
  expect(unfinished.stderr).toContain(`${entries}/${lost}:7:9  \`reason\` of deviation`)
  expect((await deviations('check', root)).code).toBe(2)
  const again = await deviations('write', root)
  expect(again.stderr).toContain(`${sends}: recorded already, as ${lost.replace('.yaml', '')}`)
  expect(again.stderr).toContain('Wrote 1 deviation to')
  expect((await deviations('prune', root)).stderr).toContain('Nothing to remove from suites/deviations')
  expect(existsSync(file)).toBe(true)

  fill(file)
  fill(join(root, entries, 'invoke-rejects-on-every-non-2xx-rejects-wrong-outcome.yaml'))
  const green = await judge()
  expect(green.code).toBe(0)
  expect(green.stderr.replaceAll(/\s+/g, ' ')).toContain('owner Ada https://example.org/7 until 2999-12-31')

  repair(join(root, 'sdk'))
  expect((await judge()).code).toBe(3)
  const dry = await deviations('prune --dry-run', root)
  expect(dry.stderr).toContain(`Would remove 1 stale deviation from ${entries}`)
  expect(existsSync(file)).toBe(true)
  const pruned = await deviations('prune', root)
  expect(pruned.stderr).toContain(`Removed 1 stale deviation from ${entries}`)
  expect(pruned.stderr).toContain(`  ${entries}/${lost}\n`)
  expect(pruned.stderr).toMatch(/\d+ entries left alone, the case was not run: [\w-]+, [\w-]+, [\w-]+ and \d+ more/)
  expect(existsSync(file)).toBe(false)
  expect((await judge()).code).toBe(0)
})

test(
  'of several versions only what fails is recorded; what still fails somewhere is not removed',
  { timeout: 180_000 },
  async () => {
    const root = cloneWith({ old: '1.0.0', new: '1.1.0', fine: '1.2.0' })
    repair(join(root, 'fine'))
    const judge = (): Promise<Ran> => run(root, [sends], ['--sdk', './old', '--sdk', './new', '--sdk', './fine'])
    await judge()
    await deviations('write', root)
    const file = join(root, entries, lost)
    expect(readFileSync(file, 'utf8')).toContain('\nsdk: 1.0.0 || 1.1.0\n')
    fill(file)
    expect((await judge()).code).toBe(0)

    repair(join(root, 'new'))
    expect((await judge()).code).toBe(3)
    const pruned = await deviations('prune', root)
    expect(pruned.stderr).toContain(
      "stays: stale on 1.1.0, deviating on 1.0.0. Change its range (sdk: '1.0.0 || 1.1.0'",
    )
    expect(existsSync(file)).toBe(true)

    repair(join(root, 'old'))
    expect((await judge()).code).toBe(3)
    await deviations('prune', root)
    expect(existsSync(file)).toBe(false)
  },
)

test('what was recorded is the way it fails: another one is red', { timeout: 120_000 }, async () => {
  const root = cloneWith({ sdk: '1.0.0' })
  await run(root, [shown], ['--sdk', './sdk'])
  expect((await deviations(`write ${shown}#user`, root)).stderr).toContain('Wrote 1 deviation')
  fill(join(root, entries, 'fetch-sends-json-as-shown-user-content-type-different.yaml'))
  const { code, stderr } = await run(root, [shown], ['--sdk', './sdk'])
  expect(code).toBe(1)
  expect(stderr).toContain('1 of 2 cases violated')
})

test(
  'files that are there are left as they are; --dry-run prints what would be written',
  { timeout: 120_000 },
  async () => {
    const root = cloneWith({ sdk: '1.0.0' })
    await run(root, [sends], ['--sdk', './sdk'])
    const printed = await deviations('write --dry-run', root)
    expect(printed.stdout).toMatch(/^# suites\/deviations\/invoke-.*\.yaml\n---\ncontract: functions\/invoke-sends/)
    expect(readdirSync(join(root, entries))).not.toContain(lost)
    const other = join(root, entries, lost)
    cpSync(join(root, entries, 'name-with-hash.yaml'), other)
    edit(other, (text) => text.replace("sdk: '>=", "sdk: '<0.1 || <").replaceAll('0.8.0', '0.1'))
    const before = readFileSync(other, 'utf8')
    await deviations('write', root)
    expect(readFileSync(other, 'utf8')).toBe(before)
    expect(readdirSync(join(root, entries))).toContain('invoke-sends-parameters-as-json-receives-json-absent.yaml')
  },
)

test('outside of a clone entries lie in the working directory; with --to anywhere', { timeout: 120_000 }, async () => {
  const root = cloneWith({ sdk: '1.0.0' })
  const cwd = emptyFolder()
  await command(['run', '--runs', '40', '--seed', '1', '--contract', sends, '--sdk', join(root, 'sdk')], { root, cwd })
  const { stderr } = await deviations('write', root, { cwd })
  expect(stderr).toContain('Wrote 1 deviation to deviations, from ')
  expect(stderr).toContain("deviations: ['./deviations'] in base44-conformance.config")
  expect(readdirSync(join(cwd, 'deviations'))).toEqual([lost])
  expect((await deviations('write', root, { cwd })).stderr).toContain('recorded already')
  await deviations('write --to known/ours', root, { cwd })
  expect(readdirSync(join(cwd, 'known/ours'))).toEqual([lost])
  writeFileSync(join(cwd, 'file'), '')
  const refused = await deviations('write --to file', root, { cwd })
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('file: it is no folder') })
})

test('a secret that a log does not tell makes no entry', { timeout: 120_000 }, async () => {
  const root = cloneWith({ sdk: '1.0.0' })
  const env = { SOME_TOKEN: 'functions.invoke' }
  await command(['run', '--contract', rejects, '--seed', '1', '--sdk', './sdk'], { root, cwd: root, env })
  const { code, stderr } = await deviations('write', root)
  expect(stderr).toContain(`✗ ${rejects}: not recorded. A secret was taken out of its counterexample`)
  expect(code).toBe(1)
  expect(readdirSync(join(root, entries)).filter((name) => name.startsWith('invoke-rejects'))).toEqual([])
})

test(
  'an entry that goes leaves the repair that another one names, and the others with their comments',
  { timeout: 120_000 },
  async () => {
    const root = cloneWith({ sdk: '0.8.50' })
    const sdk = join(root, 'sdk')
    const names = ['a', 'b'].map((name) => join(root, entries, `${name}.yaml`))
    await run(root, [sends, rejects], ['--sdk', './sdk'])
    await deviations('write', root)
    const written = readdirSync(join(root, entries)).filter((name) => name.startsWith('invoke-'))
    for (const [index, name] of written.entries()) {
      fill(join(root, entries, name))
      edit(join(root, entries, name), (text) => `# kept\n${text}repair: cause.repair.patch\n`)
      cpSync(join(root, entries, name), names[index] as string)
    }
    writeFileSync(join(root, entries, 'cause.repair.patch'), '')
    for (const name of written) edit(join(root, entries, name), (text) => text.replace(/sdk: .*/, 'sdk: <0.8.50'))
    const judge = (): Promise<Ran> => run(root, [sends, rejects], ['--sdk', './sdk'])
    repair(sdk)
    await judge()
    await deviations('prune', root)
    expect(names.map((name) => existsSync(name))).toEqual([true, false])
    expect(readFileSync(names[0] as string, 'utf8')).toMatch(/^# kept\n/)
    expect(existsSync(join(dirname(names[0] as string), 'cause.repair.patch'))).toBe(true)
  },
)

test(
  'after its last day an entry is red, and says whose it is; before, check warns',
  { timeout: 180_000 },
  async () => {
    const root = cloneWith({ sdk: '1.0.0' })
    const judge = (): Promise<Ran> =>
      run(root, [sends], ['--sdk', './sdk', '--report', 'json', '--report', 'junit=j.xml'])
    const file = join(root, entries, lost)
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    await judge()
    await deviations(`write --until ${day(1)} --owner Ada --link https://example.org/7`, root)
    fill(file)
    const soon = await deviations('check', root)
    expect(soon).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ deviations: no mistake\n$/) as string })
    expect(soon.stderr).toContain(`expires within 14 days: owner Ada, https://example.org/7, until ${day(1)}`)
    expect((await judge()).code).toBe(0)

    edit(file, (text) => text.replace(/until: .*/, `until: ${day(-1)}`))
    const { code, stdout, stderr } = await judge()
    expect(code).toBe(3)
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      `Its date (${day(-1)}) has passed. Have the promise kept, or look at it again and set a later date. ` +
        'Its owner is Ada. It is being dealt with at https://example.org/7',
    )
    const { header } = JSON.parse(stdout) as { header: { deviations: object[] } }
    expect(header.deviations).toMatchObject([{ owner: 'Ada', link: 'https://example.org/7', until: day(-1) }])
    expect(readFileSync(join(root, 'j.xml'), 'utf8')).toContain(
      'has expired (lies with the suite) (owner Ada, https://example.org/7, until',
    )
    const gone = await deviations('check', root)
    expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining('has expired: owner Ada')])
    const told = await deviations('', root)
    expect(told.stdout).toContain('owner     Ada\n  link      https://example.org/7\n')
    const explained = await command(['explain', lost.replace('.yaml', '')], { root, cwd: root })
    expect(explained.stdout).toContain('  owner    Ada\n  link     https://example.org/7\n')
  },
)

test.each([
  ['write --until 2999-02-30', 'A date that exists is wanted'],
  ['write --until 2020-01-01', 'A day that has not passed is wanted; today is 20'],
  ['write --until soon', 'A date that exists is wanted'],
  ['write --link example', 'An address is wanted'],
  ['write', 'nothing was run in this folder yet'],
  ['prune --log gone.ndjson', 'read the event log gone.ndjson: there is no such file'],
])('%s: 2, and says what is wrong', async (line, sentence) => {
  const { code, stderr } = await command(['deviations', ...line.split(' ')], { cwd: emptyFolder() })
  expect(stderr).toContain(sentence)
  expect(code).toBe(2)
})

test('a case that was not run is not recorded; its nearest is named', { timeout: 120_000 }, async () => {
  const root = cloneWith({ sdk: '1.0.0' })
  await run(root, [rejects], ['--sdk', './sdk'])
  const { code, stderr } = await deviations('write functions/invoke-rejects-on-every-non-2x', root)
  expect([code, stderr]).toEqual([2, expect.stringContaining(`did you mean ${rejects}?`)])
})
