import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder, sdkOf } from './fixtures/folders.ts'

const one = ['--contract', 'functions/invoke-works-without-data']

test('several reports at once, and the summary for people besides', async () => {
  const cwd = emptyFolder()
  const paths = { json: 'report.json', junit: 'report.xml', ndjson: 'report.ndjson', terminal: 'report.txt' }
  const asked = Object.entries(paths).flatMap(([kind, path]) => ['--report', `${kind}=${path}`])
  const { code, stdout } = await command(['run', '--seed', '1', ...one, ...asked], { cwd })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8')
  expect(JSON.parse(read('report.json'))).toMatchObject({ schema: 1, header: { seed: 1 }, exitCode: 0 })
  expect(read('report.xml')).toMatch(/^<\?xml[^]*<testsuites[^]*<\/testsuites>\s*$/)
  const kinds = linesOf(read('report.ndjson')).map(({ kind }) => kind)
  expect([kinds[0], kinds.at(-1), new Set(kinds.slice(1, -1))]).toEqual(['header', 'footer', new Set(['case'])])
  expect(read('report.txt')).toContain('keeps every promise')
})

test.each(['json', 'json=-'])('--report %s: valid JSON, and nothing else, on stdout', async (report) => {
  const { code, stdout, stderr } = await command(['run', ...one, '--report', report])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, exitCode: 0, totals: { violated: 0 } })
  expect(stderr).toContain('keeps every promise')
})

test('an SDK that prints does not disturb stdout', async () => {
  const noisy = sdkOf(`
    console.log('noise'); process.stdout.write('more noise'); console.error('and more')
    export const createClient = () => { console.log('noise'); throw new Error('noise') }`)
  const { code, stdout } = await command(['run', '--sdk', noisy, ...one, '--report', 'json'])
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ exitCode: 1 })
})

test('--report github: annotations on stdout, and the report added to the page of the step', async () => {
  const cwd = emptyFolder()
  const broken = sdkOf('export const createClient = () => { throw new Error("##[error]::error::100%") }')
  writeFileSync(join(cwd, 'summary.md'), 'of an earlier command\n')
  const asked = ['run', '--sdk', broken, ...one, '--report', 'github', '--report', 'markdown=report.md']
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') }
  const { code, stdout, stderr } = await command(asked, { cwd, env })
  expect(code).toBe(1)
  expect(stderr).toContain('"# #[error]::error::100%"')
  expect(stdout).toMatch(
    /^::error file=contracts\/functions\/invoke-works-without-data\.yaml,line=\d+,title=[^:]+::.*\n$/,
  )
  expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toBe(
    `of an earlier command\n${readFileSync(join(cwd, 'report.md'), 'utf8')}`,
  )
  const again = await command(['report', '--as', 'github'], { cwd })
  expect(again.stdout).toBe(stdout)
})

test('a page of the step that cannot be written is said before anything is judged', async () => {
  const { code, stdout, stderr } = await command(['run', ...one, '--report', 'github'], {
    env: { GITHUB_STEP_SUMMARY: join(emptyFolder(), 'gone', 'summary.md') },
  })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('opened the file that GITHUB_STEP_SUMMARY names for writing: its folder does not exist.')
})

test('a reader that has read enough (list | head) is no accident', async () => {
  const { code, stderr } = await command(['list', 'statements', '--json'], { closeStdout: true })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

function linesOf(ndjson: string): { kind: string }[] {
  return ndjson
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string })
}
