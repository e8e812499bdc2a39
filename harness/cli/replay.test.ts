import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'

const drawing = 'functions/invoke-sends-parameters-as-json'
const rows = 'functions/invoke-calls-the-function-of-that-name'

interface Found {
  readonly results: readonly {
    readonly fingerprint: string
    readonly counterexample: unknown
    readonly replay: string
  }[]
}

test('the line of a report, pasted as it is, shows the same again', async () => {
  const cwd = emptyFolder()
  const args = ['run', '--sdk', '0.8.50', '--no-known', '--contract', `${rows}#hash`]
  const { stderr, stdout } = await command([...args, '--report', 'json'], { cwd })
  const [found] = (JSON.parse(stdout) as Found).results
  const line = /run again {2}base44-conformance (.*)/.exec(stderr)?.[1] ?? ''
  expect(line).toBe(`run --replay ${found?.replay} --sdk 0.8.50 --no-known`)
  const again = await command([...line.split(' '), '--report', 'json'], { cwd })
  expect(again.code).toBe(1)
  expect((JSON.parse(again.stdout) as Found).results).toMatchObject([
    { fingerprint: found?.fingerprint, counterexample: found?.counterexample, replay: found?.replay },
  ])
  expect(again.stderr).toContain(`replay   ${found?.replay}`)
})

test('on another SDK, as a deviation that is known there, with a witness', async () => {
  const replay = ['run', '--replay', `${rows}#hash@witness:name-with-hash`]
  expect(await command(replay)).toMatchObject({ code: 0 })
  const { code, stdout } = await command([...replay, '--sdk', 'suites/app/broken-sdk', '--report', 'json'])
  expect([0, 1]).toContain(code)
  expect(JSON.parse(stdout)).toMatchObject({ header: { replay: `${rows}:hash@witness:name-with-hash` } })
})

test.each([
  ['nonsense', 'read --replay nonsense: that is no token. One looks like functions/'],
  [`${drawing}@1`, 'that is no token'],
  ['functions/*@-', 'that is no token'],
  ['functions/nobody@-', 'there is no contract "functions/nobody"'],
  [`${rows}:hush@all:0`, 'has no row "hush"; did you mean hash?'],
  [`${rows}@all:0`, `has rows, and the token names none. Put one behind the contract, as ${rows}:row.`],
  [`${rows}:hash@all:9`, 'there is no such draw; what the contract draws has changed'],
  [`${drawing}@-`, 'the token stands for a contract that draws nothing, and this one draws'],
  [`${drawing}@5:0.0000`, 'in its place another value is drawn now'],
  [`${drawing}@witness:nobody`, 'has no recorded deviation of that name'],
])('--replay %s: exit 2, and what is wrong', async (token, sentence) => {
  const { code, stdout, stderr } = await command(['run', '--replay', token])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})

test('a token leaves nothing to choose', async () => {
  const { code, stderr } = await command(['run', '--replay', `${drawing}@1:0`, '--seed', '1', '--contract', drawing])
  expect(code).toBe(2)
  expect(stderr).toContain('read --replay with --contract and --seed: a token names one case and one draw')
})
