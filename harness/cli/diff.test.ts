import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseEvent, footer, header, log, violation } from '../../reports/fixtures/events.ts'
import { hostile } from '../../reports/fixtures/hostile.ts'
import { differingPairs, equalPairs, type RunPair } from '../../reports/fixtures/run-pairs.ts'
import { ndjsonReporter } from '../../reports/reporters/ndjson.ts'
import type { Event } from '../model/event.ts'
import { command } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'
import { keepLog } from './kept-logs.ts'

function written(events: readonly Event[]): string {
  let text = ''
  const reporter = ndjsonReporter({ write: (part) => (text += part) })
  for (const event of events) reporter.event(event)
  return text
}

function folderWith({ before, after }: Pick<RunPair, 'before' | 'after'>): string {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'before.ndjson'), written(before))
  writeFileSync(join(cwd, 'after.ndjson'), written(after))
  return cwd
}

function pairNamed(name: string): RunPair {
  const found = [...differingPairs, ...equalPairs].find((pair) => pair.name === name)
  if (found === undefined) throw new Error(`there is no pair "${name}"`)
  return found
}

test.each([
  ['a must breaks', 1, '✗ Something is lost: 1 broken; 5 cases are as they were.'],
  ['a member goes', 1, '✗ Something is lost: 1 silently no longer judged; 5 cases are as they were.'],
  ['a violation ends', 0, '✓ Nothing broke: 1 fixed; 5 cases are as they were.'],
  ['another order', 0, '✓ Nothing changed: 6 cases are as they were.'],
])('%s: exit code %d, in every form', async (name, exitCode, sentence) => {
  const cwd = folderWith(pairNamed(name))
  const forms = ['terminal', 'markdown', 'json'].map((as) =>
    command(['diff', 'before.ndjson', 'after.ndjson', '--as', as, '--out', as], { cwd }),
  )
  const shown = await command(['diff', 'before.ndjson', 'after.ndjson'], { cwd })
  expect(shown).toMatchObject({ code: exitCode, stderr: '' })
  expect(shown.stdout).toContain(sentence)
  expect((await Promise.all(forms)).map(({ code, stdout, stderr }) => `${code}${stdout}${stderr}`)).toEqual(
    forms.map(() => String(exitCode)),
  )
  const read = (file: string): string => readFileSync(join(cwd, file), 'utf8')
  expect(read('terminal')).toContain(sentence)
  expect(read('markdown')).toContain(sentence)
  expect(JSON.parse(read('json'))).toMatchObject({ schema: 1, exitCode })
})

test('without a second log, the last run in this folder is the later one', async () => {
  const { before, after } = pairNamed('a must breaks')
  const cwd = folderWith({ before, after: [] })
  const keeping = keepLog({ cwd, stderr: { write: () => {}, isTerminal: false, width: 80, colour: false } })
  for (const event of after) keeping.event(event)
  await keeping.end?.()
  expect(await command(['diff', 'before.ndjson'], { cwd })).toMatchObject({ code: 1, stderr: '' })
})

const whole = written(log([caseEvent(), caseEvent({ contract: { id: 'a/b' } })]))

test.each([
  ['no file', undefined, 'read the event log other.ndjson: there is no such file'],
  ['no log', 'nonsense\n', 'line 1 of the event log is no event'],
  ['nothing', '', 'an event log begins with a header'],
  ['other json', '{"a":1}\n', 'an event log begins with a header'],
  [
    'cut in a case',
    whole.slice(0, whole.indexOf('\n') + 20),
    'cut off before its end; it tells of 0 of 2 planned cases',
  ],
  ['cut in its footer', whole.slice(0, -10), 'cut off before its end; it tells of 2 of 2 planned cases'],
  [
    'interrupted',
    written([header({ planned: 2 }), caseEvent(), footer()]),
    'the run was ended before its end; it tells of 1 of 2',
  ],
  ['of another schema', whole.replace('"schema":1', '"schema":2'), 'its header is none of schema 1'],
  [
    'with a case of nothing',
    '{"kind":"header","schema":1,"subjects":[],"planned":1}\n{"kind":"case"}\n',
    'read the event log other.ndjson',
  ],
])('%s: cannot be compared, on either side', async (_, text, sentence) => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'whole.ndjson'), whole)
  if (text !== undefined) writeFileSync(join(cwd, 'other.ndjson'), text)
  for (const logs of [
    ['whole.ndjson', 'other.ndjson'],
    ['other.ndjson', 'whole.ndjson'],
  ]) {
    const { code, stdout, stderr } = await command(['diff', ...logs], { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  }
})

test.each([
  [[], "missing required argument 'before'"],
  [['whole.ndjson', '--as', 'junit'], 'Allowed choices are terminal, json, markdown'],
  [
    ['whole.ndjson', 'whole.ndjson', '--out', 'gone/x'],
    'opened the report gone/x for writing: its folder does not exist',
  ],
])('diff %j says what is wrong', async (args, sentence) => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'whole.ndjson'), whole)
  const { code, stderr } = await command(['diff', ...args], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain(sentence)
})

test('what a subject wrote reaches no terminal', async () => {
  const title = hostile['ansi'] ?? ''
  const of = (violations: readonly ReturnType<typeof violation>[]): Event[] =>
    log([caseEvent({ contract: { title }, result: { violations } })])
  const cwd = folderWith({ before: of([]), after: of([violation()]) })
  const { stdout } = await command(['diff', 'before.ndjson', 'after.ndjson'], { cwd })
  expect(stdout).toContain('\\x1b[2J')
  expect(stdout).not.toContain('\u001b[2J')
})
