import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'

// Whom a contract judges, where contracts are listed and told.

async function said(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await command(args, { cwd: emptyFolder() })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

test('the list of contracts says whom each judges; lists without that question have no column for it', async () => {
  const lines = (await said('list', 'contracts')).split('\n')
  const seatsOf = (id: string): string | undefined => lines.find((line) => line.startsWith(`${id} `))?.split(/ {2,}/)[1]
  expect(seatsOf('functions/fetch-sends-text')).toBe('sdk backend')
  expect(seatsOf('functions/network-failure-has-no-response')).toBe('sdk')
  expect(await said('list', 'suites')).toMatch(/^demo {2,}Two promises/m)
})

test.each([
  ['functions/fetch-sends-text', 'Judges SDKs and backends; level must; only SDK >=0.8.22'],
  ['functions/network-failure-has-no-response', 'Judges SDKs; level must'],
])('explain %s', async (id, judged) => {
  expect(await said('explain', id)).toContain(`${judged}\n`)
})

test('check counts them', async () => {
  expect(await said('check', '--static')).toMatch(/\d+ judge SDKs and backends, \d+ backends only/)
})
