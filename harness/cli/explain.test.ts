import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command } from './fixtures/command.ts'
import { emptyFolder, sdkOf } from './fixtures/folders.ts'

const contract = 'functions/invoke-sends-parameters-as-json'
const hash = 'functions/invoke-calls-the-function-of-that-name#hash'

async function explained(cwd: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await command(['explain', ...args], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

/** The lines behind a title, up to the next empty one. */
function block(text: string, title: string): string {
  return text.split('\n\n').find((part) => part.startsWith(title)) ?? ''
}

test('before anything was run: the promise, the quote, what would break it, and to run it', async () => {
  const text = await explained(emptyFolder(), contract)
  expect(text).toContain('Without a file the parameters travel as JSON')
  expect(block(text, 'Documented:')).toContain('FM-04  “sent as JSON, or multipart if contains File objects”')
  expect(block(text, 'Would be broken by:')).toContain('FM-04  sdk/json-as-text')
  expect(block(text, 'Last run:')).toBe('Last run: none in this folder yet.')
  expect(block(text, 'Next:')).toContain(`\n  base44-conformance run --contract ${contract} `)
})

test('what judges backends only is run on one', async () => {
  const text = await explained(emptyFolder(), 'backend-calls/statuses-come-through')
  expect(block(text, 'Next:')).toContain('run --contract backend-calls/statuses-come-through --backend emulator')
})

test('what holds: how often each class was met, and to look longer; what was never met stands out', async () => {
  const cwd = emptyFolder()
  await command(['run', '--contract', contract, '--runs', '3', '--seed', '1'], { cwd })
  const text = await explained(cwd, contract)
  const drawn = block(text, 'For all, with how often each class was met:')
  expect(drawn).toMatch(/^ +[1-3] {2}\S/m)
  expect(drawn).toMatch(/^ +0 {2}.+ {2}← never met$/m)
  expect(block(text, 'Last run:')).toMatch(
    / UTC, seed 1 {2}\.base44-conformance\/runs\/.*\n {2}✓ @base44\/sdk@\S+: holds \(3 draws\)/,
  )
  expect(block(text, 'Next:')).toContain(`run --contract ${contract} --runs 30`)
  expect(block(await explained(cwd, 'functions/fetch-sends-text'), 'Last run:')).toContain('It was not part of it.')
})

test('what is violated: in which way, whose it is, and the line that replays it, which does', async () => {
  const cwd = emptyFolder()
  const sdk = sdkOf(`export const createClient = () => ({ functions: { invoke: async () => ({ data: 'other' }) } })`)
  await command(['run', '--sdk', sdk, '--contract', contract, '--runs', '5'], { cwd })
  const text = await explained(cwd, contract)
  expect(block(text, 'Last run:')).toMatch(/\n {2}✗ .*: violated \(\d+ draws?, lies with the SDK\)\n {6}in step 1, /)
  const next = block(text, 'Next:').trim().split('\n').slice(1)
  expect(next.map((line) => line.trim().split(' ')[1])).toEqual(['run', 'repro', 'deviations'])
  const [, ...replay] = (next[0] ?? '').trim().split('    #')[0]?.split(' ') ?? []
  const again = await command([...replay, '--report', 'json'], { cwd })
  expect(again.code).toBe(1)
  expect(JSON.parse(again.stdout)).toMatchObject({ totals: { violated: 1, draws: 1 } })
  // A replay is a second look: the run stays the last one.
  expect(await explained(cwd, contract)).toBe(text)
})

describe('what deviates as recorded, asked by row and by deviation', () => {
  test.each([hash, 'name-with-hash'])('%s', async (id) => {
    const cwd = emptyFolder()
    await command(['run', '--sdk', '0.8.50', '--contract', hash], { cwd })
    const text = await explained(cwd, id)
    expect(block(text, 'Known deviation name-with-hash')).toContain('calls what stands before the "#"')
    expect(block(text, 'Last run:')).toMatch(
      /\n {2}≈ #hash {2}@base44\/sdk@0\.8\.50: deviates \(2 draws, lies with the SDK\)\n {6}name-with-hash: /,
    )
    expect(block(text, 'Next:')).toContain('\n  base44-conformance repro name-with-hash ')
  })
})

test('a log that is named and not there is an error, the last one that is broken is not', async () => {
  const cwd = emptyFolder()
  expect(await command(['explain', contract, '--log', 'gone'], { cwd })).toMatchObject({ code: 2 })
  await command(['run', '--contract', contract, '--runs', '1', '--report', 'ndjson=kept.ndjson'], { cwd })
  expect(block(await explained(cwd, contract, '--log', 'kept.ndjson'), 'Last run:')).toContain('kept.ndjson')
  const runs = join(cwd, '.base44-conformance', 'runs', '9999.ndjson')
  writeFileSync(runs, 'no log\n')
  expect(block(await explained(cwd, contract), 'Last run:')).toMatch(/its log cannot be read\. .*line 1/)
})
