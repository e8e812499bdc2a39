import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { command, type Ran } from '../../harness/cli/fixtures/command.ts'
import { freePort } from '../../harness/execute/backends/base44-dev/free-port.ts'
import { tracesIn } from './fixtures/traces.ts'

// `run --backend`, which is the emulator, and however it comes to its end.

let folder: string
let desk: number

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'run-emulator-')))
  desk = await freePort()
  return () => rmSync(folder, { recursive: true, force: true })
})

function judge(args: readonly string[], interrupt: () => NodeJS.Signals | undefined = () => undefined): Promise<Ran> {
  const told = ['run', ...args, '--seed', '1', '--runs', '2', '--report', 'ndjson']
  return command(told, {
    env: { TMPDIR: folder, NODE_DISABLE_COMPILE_CACHE: '1', CONFORMANCE_DESK_URL: `http://127.0.0.1:${desk}` },
    interrupt: (stdout) => (stdout.includes('"kind":"case"') ? interrupt() : undefined),
  })
}

async function nothingIsLeft(): Promise<void> {
  await expect.poll(() => tracesIn(folder), { timeout: 5000 }).toEqual({ processes: [], ports: [], files: [] })
}

test.each([
  ['without a name', ['--backend', '--contract', 'functions/invoke-puts-the-json-on-data']],
  ['for a suite of backends', ['--suite', 'backend', '--contract', 'functions/invoke-puts-the-json-on-data']],
])('%s it is the emulator that is judged, and nothing is left', async (_title, args) => {
  const { code, stdout } = await judge(args)
  expect(stdout.split('\n')[0]).toMatch(/"id":"emulator@[\d.]+".*"deno":"[\d.]+"/)
  expect(stdout).toContain('"verdict":"holds"')
  expect(code).toBe(0)
  await nothingIsLeft()
})

test.each(['SIGINT', 'SIGKILL'] as const)('by %s nothing is left either', async (signal) => {
  const { stdout } = await judge(['--backend', 'emulator', '--contract', 'backend-calls/*'], () => signal)
  expect(stdout).toContain('"kind":"case"')
  await nothingIsLeft()
})
