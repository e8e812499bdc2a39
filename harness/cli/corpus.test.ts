import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { copyOfRepository } from './fixtures/folders.ts'

// Mistakes in what is written as data end every command before it does anything, with all of them at once.

test.each(['run', 'list', 'check', 'explain functions/invoke-works-without-data', 'prove', 'demo', ''])(
  'a broken contract stops `%s`, with its place',
  async (line) => {
    const root = copyOfRepository()
    change(root, 'contracts/functions/invoke-works-without-data.yaml', (text) => text.replace('steps:', 'stpes:'))
    change(root, 'contracts/functions/fetch-sends-text.yaml', () => 'title: "no end\n')
    const { code, stdout, stderr } = await command(line === '' ? [] : line.split(' '), { root })
    expect(stderr).toMatch(/^contracts\/functions\/invoke-works-without-data\.yaml:\d+:\d+ .*stpes/m)
    expect(stderr).toMatch(/^contracts\/functions\/fetch-sends-text\.yaml:\d+:\d+ .*no valid YAML/m)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  },
)

test('two deviations that claim the same failure contradict each other', async () => {
  const root = copyOfRepository()
  const entry = readFileSync(join(root, 'suites/deviations/name-with-hash.yaml'), 'utf8')
  writeFileSync(join(root, 'suites/deviations/name-with-hash-again.yaml'), entry)
  const { code, stderr } = await command(['run'], { root })
  expect(stderr).toContain('as deviation name-with-hash')
  expect(stderr).toContain('wanted one entry, or ranges that do not meet')
  expect(code).toBe(2)
})

test('a deviation of a contract that is gone is an error', async () => {
  const root = copyOfRepository()
  change(root, 'suites/deviations/name-with-hash.yaml', (text) =>
    text.replace(/^contract: .*/m, 'contract: functions/gone'),
  )
  const { code, stderr } = await command(['run'], { root })
  expect(stderr).toMatch(/^suites\/deviations\/name-with-hash\.yaml:1:\d+ .*functions\/gone/m)
  expect(code).toBe(2)
})

test('a suite whose pattern matches nothing is an error', async () => {
  const root = copyOfRepository()
  change(root, 'suites/smoke.yaml', (text) =>
    text.replace('functions/fetch-resolves-to-a-native-response', 'entities/*'),
  )
  const { code, stderr } = await command(['list'], { root })
  expect(stderr).toMatch(/^suites\/smoke\.yaml:\d+:\d+ .*entities\/\*/m)
  expect(code).toBe(2)
})

test('a folder without recorded deviations is fine', async () => {
  const root = copyOfRepository()
  rmSync(join(root, 'suites/deviations'), { recursive: true })
  const args = ['run', '--contract', 'functions/invoke-works-without-data']
  expect(await command(args, { root })).toMatchObject({ code: 0 })
})

function change(root: string, path: string, edit: (text: string) => string): void {
  const file = join(root, path)
  const before = readFileSync(file, 'utf8')
  const after = edit(before)
  if (after === before) throw new Error(`nothing was changed in ${path}`)
  writeFileSync(file, after)
}
