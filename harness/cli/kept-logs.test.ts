import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { foldEvents } from '../../reports/fold.ts'
import { parseLog } from '../../reports/parse-log.ts'
import { command } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'
import { lastLog, readLog } from './kept-logs.ts'

const quick = ['run', '--contract', 'functions/invoke-works-without-data', '--seed', '5']

test('run keeps its log, the same that --report ndjson writes, where git does not see it', async () => {
  const cwd = emptyFolder()
  const { stdout } = await command([...quick, '--report', 'ndjson'], { cwd })
  const { path, report } = readLog({ path: undefined, cwd })
  expect(readFileSync(join(cwd, path), 'utf8')).toBe(stdout)
  expect(report).toEqual(foldEvents(parseLog(stdout)))
  expect(readFileSync(join(cwd, '.base44-conformance', '.gitignore'), 'utf8')).toBe('*\n')
})

test('the last log is the one of the run that began last; old ones go', async () => {
  const cwd = emptyFolder()
  const folder = join(cwd, '.base44-conformance', 'runs')
  mkdirSync(folder, { recursive: true })
  for (let day = 10; day < 22; day++) writeFileSync(join(folder, `2020-01-${day}T00-00-00-000Z-1-1.ndjson`), '')
  await command(quick, { cwd })
  expect(readdirSync(folder)).toHaveLength(10)
  expect(lastLog(cwd)).toMatch(/-5-\d+\.ndjson$/)
})

test('what is killed leaves what it saw', async () => {
  const cwd = emptyFolder()
  await command(['run', '--report', 'ndjson'], {
    cwd,
    interrupt: (sofar) => (sofar.split('\n').length > 3 ? 'SIGKILL' : undefined),
  })
  const { report } = readLog({ path: undefined, cwd })
  expect(report.incomplete?.lacksFooter).toBe(true)
  expect(report.results.length).toBeGreaterThan(0)
})

test('a folder that cannot be written costs only the log', async () => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, '.base44-conformance'), 'a file in the way')
  const { code, stderr } = await command(quick, { cwd })
  expect(code).toBe(0)
  expect(stderr).toContain('The log of this run is not kept: ')
})

test('the demo is nobody’s last run', async () => {
  const cwd = emptyFolder()
  await command(['demo'], { cwd })
  expect(existsSync(join(cwd, '.base44-conformance'))).toBe(false)
})

test.each([
  [undefined, 'nothing was run in this folder yet'],
  ['gone.ndjson', 'read the event log gone.ndjson: there is no such file'],
  ['.', 'read the event log .: it is a folder'],
  ['text.txt', 'line 1 of the event log is no event'],
  ['empty.ndjson', 'an event log begins with a header'],
])('a log that is not there or is none: %s', (path, sentence) => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'text.txt'), 'hello\n')
  writeFileSync(join(cwd, 'empty.ndjson'), '')
  expect(() => readLog({ path, cwd })).toThrow(sentence)
})
