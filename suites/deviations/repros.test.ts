import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { scriptFor } from '../../harness/cli/fixtures/script-for.ts'
import { runScript } from '../../harness/repro/fixtures/run-script.ts'
import { folderForCopies, patchedSdk, repository, wholeSdk } from '../patched-sdk.ts'

// A recorded deviation is only worth something if anyone can see it: the script that `repro` writes of it needs nothing
// but the SDK, in an empty folder. It ends with 1 on the SDK as it is published, and with 0 on a copy repaired in that
// one point.

const here = dirname(fileURLToPath(import.meta.url))
const copies = folderForCopies()
const entries = readdirSync(here)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ id: name.slice(0, -'.yaml'.length), text: readFileSync(join(here, name), 'utf8') }))
  // Of a backend there is no script of the SDK alone, and no patch that repairs it here.
  .filter(({ text }) => field(text, 'backend') === '')
  .map(({ id, text }) => ({
    id,
    repair: field(text, 'repair'),
    case: [field(text, 'contract'), field(text, 'row')].filter((part) => part !== '').join('#'),
  }))
const repairs = [...new Set(entries.map(({ repair }) => repair))]
const repaired = new Map(repairs.map((repair) => [repair, patchedSdk({ patch: join(here, repair), into: copies })]))

afterAll(() => rmSync(copies, { recursive: true, force: true }))

test('every deviation has a repair, and every repair a deviation', () => {
  expect(new Set(repairs)).toEqual(new Set(readdirSync(here).filter((name) => name.endsWith('.repair.patch'))))
})

test.each(entries)('$id: 1 on the SDK as it is published, 0 on a copy repaired in that one point', async (entry) => {
  const script = await scriptFor({ id: entry.id })
  const [published, whole] = await Promise.all([
    runScript({ script, sdk: wholeSdk }),
    runScript({ script, sdk: repaired.get(entry.repair) }),
  ])
  expect(published).toMatchObject({ code: 1, output: expect.stringContaining('As reported') as string })
  expect(whole).toMatchObject({ code: 0, output: expect.stringContaining('The promise is kept\n') as string })
})

describe.each(repairs)('%s', (repair) => {
  test('on the repaired copy the contracts hold, so that the entries are stale', async () => {
    const cases = entries.filter((entry) => entry.repair === repair).flatMap((entry) => ['--contract', entry.case])
    const copy = repaired.get(repair) as string
    const run = [join(repository, 'bin', 'base44-conformance.js'), 'run', '--sdk', copy, '--runs', '20', ...cases]
    expect(await exitCode([...run, '--no-known'])).toBe(0)
    expect(await exitCode(run)).toBe(3)
  })
})

function field(text: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]?.replace(/^'|'$/g, '') ?? ''
}

function exitCode(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: copies }, (error) => resolve(error === null ? 0 : Number(error.code)))
  })
}
