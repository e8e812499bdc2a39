import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { runScript } from '../repro/fixtures/run-script.ts'
import { command, repository } from './fixtures/command.ts'
import { emptyFolder, folderWith, leakySdk, sdkOf } from './fixtures/folders.ts'
import { scriptFor } from './fixtures/script-for.ts'

// From a run to a script that shows what it found: 1 on the SDK that was judged, 0 on the one that keeps its promises.

const real = join(repository, 'node_modules', '@base44', 'sdk')
const broken = join(repository, 'suites', 'app', 'broken-sdk')
/** Where the broken SDK was judged. */
const judged = realpathSync(mkdtempSync(join(tmpdir(), 'base44-conformance-')))

beforeAll(async () => {
  const args = ['run', '--sdk', broken, '--suite', 'demo', '--no-known', '--seed', '1', '--timeout', '500']
  await command(args, { cwd: judged })
}, 120_000)
afterAll(() => rmSync(judged, { recursive: true, force: true }))

test.each([
  'functions/invoke-sends-parameters-as-json',
  'functions/invoke-with-a-file-is-multipart',
  'functions/invoke-rejects-on-every-non-2xx',
  'functions/fetch-sends-json-as-shown#user',
  'functions/fetch-streams-each-chunk-as-it-is-written',
])('%s, broken on purpose', async (id) => {
  const script = await scriptFor({ id }, { cwd: judged })
  const [shown, kept] = await Promise.all([runScript({ script, sdk: broken }), runScript({ script, sdk: real })])
  expect(shown).toMatchObject({ code: 1, output: expect.stringContaining('As reported') as string })
  expect(kept).toEqual({ code: 0, output: 'The promise is kept\n' })
})

test('of a backend no script is written yet; what shows it is said', async () => {
  const log = join(judged, '.base44-conformance', 'of-a-backend.ndjson')
  const { stdout } = await command(['report', '--as', 'ndjson'], { cwd: judged })
  const [header = '', ...rest] = stdout.split('\n')
  const { subjects, ...more } = JSON.parse(header) as { subjects: [object] }
  const backends = subjects.map((subject) => ({ ...subject, kind: 'backend', backend: 'url' }))
  writeFileSync(log, [JSON.stringify({ ...more, subjects: backends }), ...rest].join('\n'))
  const id = 'functions/invoke-sends-parameters-as-json'
  const { code, stderr } = await command(['repro', id, '--log', log], { cwd: judged })
  expect([code, stderr]).toEqual([2, expect.stringMatching(/none is written for backends yet.*--replay \S+/s)])
})

test('of a deviation of a backend: the script that somebody wrote, and where it lies', async () => {
  const id = 'dev-forwards-calls-of-fetch'
  const { code, stdout, stderr } = await command(['repro', id], { cwd: judged })
  expect(stdout).toBe(readFileSync(join(repository, 'suites', 'deviations', 'base44-dev', `${id}.mjs`), 'utf8'))
  expect(stderr).toContain(
    'node repro.mjs <address of base44-dev> <app id>\nIt lies in suites/deviations/base44-dev/dev-',
  )
  expect(code).toBe(0)
})

test('of a deviation of a backend in a folder of one’s own', async () => {
  const recorded = join(repository, 'suites', 'deviations', 'dev-forwards-calls-of-fetch.yaml')
  const entry = readFileSync(recorded, 'utf8').replace('base44-dev@', 'mine@')
  const cwd = folderWith({
    'base44-conformance.config.json': '{ "deviations": ["./known"] }',
    'known/shown.yaml': entry,
    'known/mine/shown.mjs': "import { createClient } from '@base44/sdk'\n",
    'known/not-shown.yaml': entry.replace('mine@', 'another@'),
  })
  const shown = await command(['repro', 'known/shown'], { cwd })
  expect(shown).toMatchObject({ code: 0, stdout: "import { createClient } from '@base44/sdk'\n" })
  expect(shown.stderr).toContain(
    'npm install @base44/sdk && node repro.mjs <address of mine> <app id>\nIt lies in known/mine/shown.mjs',
  )
  const refused = await command(['repro', 'known/not-shown'], { cwd })
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toContain('there is none at known/another/, and none can be made for a backend')
  const listed = await command(['deviations'], { cwd })
  expect(listed.stdout).toMatch(/known\/shown {2}\(mine@.*?\n.*?  repro .*?\n {2}script {4}known\/mine\/shown.mjs\n/s)
})

test.each([
  {
    what: 'the tokens of the roles are mixed up',
    contract: 'functions/calls-carry-the-token-of-their-role#invoke-user',
    change: 'sdk.createClient({ ...config, token: config.serviceToken, serviceToken: config.token })',
  },
  {
    what: 'the headers of the reply are lost',
    contract: 'functions/invoke-resolves-to-an-axios-response',
    change: 'changed(config, (response) => ({ ...response, headers: {} }))',
  },
  {
    what: 'every result is text',
    contract: 'functions/invoke-puts-the-json-on-data',
    change: 'changed(config, (response) => ({ ...response, data: String(response.data) }))',
  },
  {
    what: 'calls made at the same time share an answer',
    contract: 'functions/invoke-keeps-answers-apart',
    change: 'changed(config, (response) => (globalThis.last ??= response))',
    named: 'resolves.together.1.data.two',
  },
  {
    what: 'a call that fails hangs',
    contract: 'functions/network-failure-has-no-response#reset',
    change: 'failing(config, () => new Promise(() => {}))',
  },
  {
    what: 'a failure is no Error',
    contract: 'functions/broken-off-response-is-thrown',
    change: 'failing(config, () => Promise.reject("broken"))',
  },
])(
  '$what: a copy broken by hand',
  async ({ contract, change, named }: { contract: string; change: string; named?: string }) => {
    const sdk = sdkOf(`import * as sdk from '${new URL(`file://${join(real, 'dist', 'index.js')}`).href}'
    function withInvoke(config, wrap) {
      const client = sdk.createClient(config)
      const of = ({ functions }) => ({ functions: { ...functions, invoke: wrap((...args) => functions.invoke(...args)) } })
      return { ...of(client), asServiceRole: of(client.asServiceRole) }
    }
    const changed = (config, change) => withInvoke(config, (invoke) => async (...args) => change(await invoke(...args)))
    const failing = (config, fail) => withInvoke(config, (invoke) => (...args) => invoke(...args).catch(fail))
    export const createClient = (config) => ${change}`)
    const cwd = emptyFolder()
    const args = [
      'run',
      '--sdk',
      sdk,
      '--contract',
      contract,
      '--no-known',
      '--seed',
      '3',
      '--runs',
      '10',
      '--timeout',
      '800',
    ]
    await command(args, { cwd })
    const id = named ?? (contract.split('#')[0] as string)
    const script = await scriptFor({ id }, { cwd })
    const [shown, kept] = await Promise.all([runScript({ script, sdk }), runScript({ script, sdk: real })])
    expect(shown).toMatchObject({ code: 1 })
    expect(kept).toEqual({ code: 0, output: 'The promise is kept\n' })
  },
)

test('without the SDK the script says so, and claims nothing', async () => {
  const script = await scriptFor({ id: 'name-with-hash' })
  const { code, output } = await runScript({ script, sdk: undefined })
  expect(output).toContain('The SDK cannot be loaded')
  expect(code).toBe(2)
})

test('a recorded deviation that is not there any more is said to be out of date', async () => {
  const sdk = sdkOf(`export const createClient = () => ({})`)
  const { code, stderr } = await command(['repro', 'name-with-hash', '--sdk', sdk])
  expect(stderr).toContain('its witness does not fail as recorded (it fails as functions/invoke-calls-the-function')
  expect(code).toBe(3)
})

test.each([
  [['repro', 'functions/fetch-sends-json-as-shown'], '2 violations are called like that'],
  [['repro', 'functions/invoke-sends-parameters-as-jsn'], 'did you mean functions/invoke-sends-parameters-as-json?'],
  [['repro', 'functions/fetch-sends-json-as-shown#user', '--out', 'no/where.mjs'], 'cannot be written (ENOENT)'],
  [['repro', 'anything', '--log', 'nowhere.ndjson'], 'there is no such file'],
])('%s', async (args, said) => {
  const { code, stdout, stderr } = await command(args, { cwd: judged })
  expect(stderr).toContain(said)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
})

test('what is secret in the environment is in no script', async () => {
  const secret = 's3cr3t/with+signs=='
  const sdk = leakySdk()
  const cwd = emptyFolder()
  const env = { MY_API_TOKEN: secret }
  await command(['run', '--sdk', sdk, '--contract', 'functions/invoke-works-without-data#left-out'], { cwd, env })
  const script = await scriptFor({ id: 'rejected Error' }, { cwd, environment: env })
  expect(script).toContain('refused: ‹secret›')
  for (const spelling of [secret, encodeURIComponent(secret), btoa(secret)]) expect(script).not.toContain(spelling)
  expect(await runScript({ script, sdk: real })).toMatchObject({ code: 0 })
})
