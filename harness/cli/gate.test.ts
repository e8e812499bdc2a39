import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { sdkOf } from './fixtures/folders.ts'

const broken = ['run', '--sdk', 'suites/app/broken-sdk', '--suite', 'demo', '--no-known', '--seed', '1', '--jobs', '1']

test('--bail stops at the first case that is red, and says what was not run', async () => {
  const { code, stdout, stderr } = await command([...broken, '--bail', '--report', 'json'])
  const { totals, results } = JSON.parse(stdout) as { totals: { notRun: number }; results: unknown[] }
  expect(stderr).toMatch(/Stopped at the first case that is red \(--bail\): \d+ of \d+ cases were run/)
  expect([code, totals.notRun > 0, results.length > 0]).toEqual([1, true, true])
})

test('--repeat judges each case so often, and its line to run again does, too', async () => {
  const { stdout, stderr } = await command([...broken, '--repeat', '2', '--timeout', '300', '--report', 'ndjson'])
  const rounds = [...stdout.matchAll(/"repeated":\{"times":(\d),"alike":(\d)\}/g)].map(([, ...each]) => each.join())
  expect(new Set(rounds)).toEqual(new Set(['2,2']))
  expect(stderr).toContain('--repeat 2')
})

test('a run in which nearly everything ends alike says that it is hollow', async () => {
  const sdk = sdkOf(`export const createClient = () => ({ functions: {
    invoke: async () => { throw new TypeError('not signed in') }, fetch: async () => { throw new TypeError('not signed in') } } })`)
  const { code, stderr } = await command(['run', '--sdk', sdk, '--runs', '5'])
  expect([code, stderr.replaceAll(/\n\s+/g, ' ')]).toEqual([1, expect.stringContaining('This run looks hollow')])
})
