import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'

// What a user may get wrong, and the sentence that says so.

test.each([
  ['rum', 'there is no command "rum"; did you mean run?'],
  ['--sdk ./', 'there is no option "--sdk"; it belongs behind run, repro.'],
  ['run --sede 1', "unknown option '--sede'\n(Did you mean --seed?)\nWhat is possible: base44-conformance run --help"],
  ['run everything', "too many arguments for 'run'"],
  ['run --runs 0', "'--runs <n>' argument '0' is invalid. A whole number from 1 to 2147483647 is wanted."],
  ['run --seed x', "'--seed <n>' argument 'x' is invalid. A whole number from 0"],
  ['run --seed -1', "'--seed <n>' argument '-1' is invalid."],
  ['run --seed 1.5', "'--seed <n>' argument '1.5' is invalid."],
  ['run --jobs 0', "'--jobs <n>' argument '0' is invalid."],
  ['run --timeout soon', "'--timeout <ms>' argument 'soon' is invalid."],
  ['explain', "missing required argument 'contract'"],
  ['fixture', "missing required argument 'folder'"],
  ['explain functions/invoke-works-without-dta', 'did you mean functions/invoke-works-without-data?'],
  ['list contrats', 'there is no list of "contrats"; did you mean contracts?'],
  ['emulate', "missing required argument 'project'"],
  ['emulate ./nowhere', 'looked for a Base44 project in ./nowhere: there is no base44/config.jsonc,'],
  ['emulate . --secret =x', 'read --secret: wanted NAME=value,'],
  ['prove --backend base44-dev --fault sdk/sends-get', 'it is planted in an SDK, and --backend names a backend.'],
  ['prove --fault sdk/sends-gte', 'looked for the fault "sdk/sends-gte": there is none; did you mean sdk/sends-get?'],
  [
    'run --contract functions/invoke-works-without-dta',
    'there is no contract "functions/invoke-works-without-dta"; did you mean functions/invoke-works-without-data? All of them: base44-conformance list',
  ],
  ['run --contract invoke-works-without-data', 'did you mean functions/invoke-works-without-data?'],
  ['run --contract entities/*', 'no contract matches the pattern "entities/*". All of them: base44-conformance list'],
  ['run --contract functions/invoke-calls-the-function-of-that-name#hsh', 'has no row "hsh"; did you mean hash? Rows:'],
  ['run --contract functions/invoke-works-without-data#one', 'has no row'],
  [
    'run --suite smok',
    'looked for the suite "smok": there is none; did you mean smoke? Suites: auth, backend, demo, entities, functions, realtime, sdk, smoke.',
  ],
  ['run --report jsn=x', 'there is no report "jsn"; did you mean json? Reports: terminal, ndjson, json, junit'],
  ['run --report json --report junit', 'both go to stdout. Give each its own path'],
])('%s: 2, and says what is wrong', async (line, sentence) => {
  const { code, stdout, stderr } = await command(line.split(' '), { cwd: emptyFolder() })
  expect(stderr).toContain(sentence)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
})

test.each([
  ['nowhere/report.json', 'its folder does not exist. Nothing was run.'],
  ['.', 'it is a folder. Nothing was run.'],
])('a report that cannot be written (%s): 2, before anything is fetched or run', async (path, sentence) => {
  const args = ['run', '--sdk', './no-such-sdk', '--report', 'json=kept.json', '--report', `junit=${path}`]
  const { code, stderr } = await command(args, { cwd: emptyFolder() })
  expect(stderr).toContain(`opened the report ${path} for writing: ${sentence}`)
  expect(code).toBe(2)
})

const helped = [
  '',
  'run',
  'demo',
  'explain',
  'repro',
  'report',
  'list',
  'deviations',
  'deviations write',
  'deviations prune',
  'check',
  'prove',
  'fixture',
]

test.each(helped)('%s --help fits 80 columns', async (name) => {
  const { code, stdout } = await command([...name.split(' ').filter((word) => word !== ''), '--help'])
  expect(code).toBe(0)
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(stdout).toContain(`Usage: base44-conformance${name === '' ? '' : ` ${name}`}`)
})

test('--version says the version, and nothing else', async () => {
  expect(await command(['--version'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  })
})
