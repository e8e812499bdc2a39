import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder, leakySdk, sdkOf } from './fixtures/folders.ts'

const one = ['--contract', 'functions/invoke-works-without-data']

test('without a seed a fresh one is drawn, and printed with the line that runs it again', async () => {
  const [first, second] = await Promise.all([command(['run', ...one]), command(['run', ...one])])
  const seeds = [first, second].map(({ stderr }) => /seed (\d+)/.exec(stderr)?.[1])
  expect(seeds).toEqual([expect.any(String), expect.any(String)])
  expect(seeds[0]).not.toBe(seeds[1])
})

test('the same seed is the same run, apart from times, whatever the number of threads', async () => {
  const args = ['run', '--suite', 'smoke', '--no-known', '--seed', '7', '--report', 'ndjson']
  const broken = ['--sdk', 'suites/app/broken-sdk', '--timeout', '500']
  const runs = await Promise.all([
    command([...args, ...broken, '--jobs', '1']),
    command([...args, ...broken, '--jobs', '2']),
  ])
  const [first, second] = runs.map(({ stdout }) => timeless(stdout))
  expect(first?.length).toBeGreaterThan(3)
  expect(second).toEqual(first)
})

test('another seed draws something else', async () => {
  const args = ['run', '--contract', 'functions/invoke-sends-parameters-as-json', '--report', 'ndjson']
  const runs = await Promise.all(['1', '2'].map((seed) => command([...args, '--runs', '20', '--seed', seed])))
  const [first, second] = runs.map(({ stdout }) => timeless(stdout)[1])
  expect(second).not.toEqual(first)
})

test('the environment of the command reaches the SDK', async () => {
  const sdk = sdkOf(`export const createClient = () => { throw new Error('hello ' + process.env.GREETED) }`)
  const { stdout } = await command(['run', '--sdk', sdk, ...one, '--report', 'json'], { env: { GREETED: 'world' } })
  expect(stdout).toContain('hello world')
})

test('what is secret in the environment is in no report', async () => {
  const secret = 's3cr3t/with+signs=='
  const sdk = leakySdk()
  const cwd = emptyFolder()
  const kinds = ['json', 'ndjson', 'junit', 'terminal']
  const reports = kinds.flatMap((kind) => ['--report', `${kind}=${kind}`])
  const ran = await command(['run', '--sdk', sdk, ...one, ...reports], { cwd, env: { MY_API_TOKEN: secret } })
  const written = kinds.map((kind) => readFileSync(join(cwd, kind), 'utf8'))
  expect(written.join('')).toContain('refused: ')
  for (const text of [...written, ran.stdout, ran.stderr]) {
    for (const spelling of [secret, encodeURIComponent(secret), btoa(secret)]) expect(text).not.toContain(spelling)
  }
})

test.each(['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'])('%s does not disturb', async (name) => {
  const env = { [name]: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '1' }
  expect(await command(['run', '--suite', 'smoke', '--runs', '5'], { env })).toMatchObject({ code: 0 })
})

test('Ctrl-C: 130, with what was judged so far', async () => {
  const { code, stdout, stderr } = await command(['run', '--seed', '1', '--report', 'ndjson'], {
    interrupt: (sofar) => (sofar.includes('"kind":"case"') ? 'SIGINT' : undefined),
  })
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; planned?: number })
  expect(events.at(-1)).toMatchObject({ kind: 'footer', interrupted: true, exitCode: 130 })
  const cases = events.filter(({ kind }) => kind === 'case').length
  expect(cases).toBeGreaterThan(0)
  expect(cases).toBeLessThan(events[0]?.planned as number)
  expect(stderr).toMatch(/Interrupted: \d+ of \d+ cases were run/)
  expect(code).toBe(130)
})

test('demo: red on purpose, which is a success, in a few seconds', async () => {
  const started = performance.now()
  const { code, stdout, stderr } = await command(['demo'], { cwd: emptyFolder() })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  for (const id of ['sends-parameters-as-json', 'with-a-file-is-multipart', 'rejects-on-every-non-2xx']) {
    expect(stderr).toContain(`explain functions/invoke-${id}`)
  }
  for (const id of ['sends-json-as-shown', 'streams-each-chunk-as-it-is-written']) {
    expect(stderr).toContain(`explain functions/fetch-${id}`)
  }
  expect(stderr.match(/^✗ /gm)).toHaveLength(5 + 1)
  expect(performance.now() - started).toBeLessThan(10_000)
})

/** Every event of a log, without what time does to it. */
function timeless(ndjson: string): unknown[] {
  const times = new Set(['startedAt', 'durationMs'])
  return ndjson
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line, (key, value: unknown) => (times.has(key) ? 0 : value)) as unknown)
}
