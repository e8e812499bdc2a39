import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseEvent, FooterEvent } from '../model/event.ts'
import { startTinyBackend, type TinyBackend } from '../../suites/tiny-backend/start-tiny-backend.ts'
import { fixtureFiles } from '../load/fixture-files.ts'
import { fixtureSecrets } from '../load/fixture-secrets.ts'
import { command, repository, type Ran, type Surroundings } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'

// A backend that runs somewhere, found by its address and what it says of itself.

let backend: TinyBackend
let desk: number

beforeEach(async () => {
  const app = emptyFolder()
  for (const { path, text } of fixtureFiles(join(repository, 'suites', 'app'))) {
    mkdirSync(dirname(join(app, path)), { recursive: true })
    writeFileSync(join(app, path), text)
  }
  desk = await freePort()
  const functions = join(app, 'base44', 'functions')
  backend = await startTinyBackend({
    functions,
    deskUrl: `http://127.0.0.1:${desk}`,
    key: 'the-key-of-the-tiny-one',
    secrets: fixtureSecrets(join(repository, 'suites', 'app')),
  })
})
afterEach(() => backend.close())

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

function judge(args: readonly string[], { env, ...around }: Surroundings = {}): Promise<Ran> {
  const told = ['run', '--backend', backend.url, '--seed', '1', '--runs', '5', ...args]
  return command(told, { ...around, env: { CONFORMANCE_DESK_URL: `http://127.0.0.1:${desk}`, ...env } })
}

test('a backend that keeps the functions profile is green, with what it says of itself alone', async () => {
  const { code, stderr } = await judge([])
  expect(stderr).toContain('keeps every promise')
  expect(code).toBe(0)
})

test('no token, no key, and no password of a backend is in any report', async () => {
  const { stdout, stderr } = await judge(['--contract', 'functions/invoke-*', '--report', 'ndjson'])
  expect(stdout).toContain('"kind":"footer"')
  expect(`${stdout}${stderr}`).not.toContain('the-key-of-the-tiny-one')
  expect(`${stdout}${stderr}`).not.toMatch(/eyJ|Bearer (?!‹)/)
})

test('a backend that is killed in the middle is told as such, and the rest is not run', async () => {
  const { code, stdout, stderr } = await judge(['--contract', 'functions/*', '--report', 'ndjson'], {
    interrupt: (text) => {
      if (text.includes('"kind":"case"')) void backend.close()
      return undefined
    },
  })
  const events = stdout.trim().split('\n').map((line) => JSON.parse(line) as CaseEvent | FooterEvent) // prettier-ignore
  const footer = events.at(-1) as FooterEvent
  expect(footer).toMatchObject({ kind: 'footer', exitCode: 5, owner: 'backend', lost: [{ subject: backend.url }] })
  expect(footer.totals.notRun).toBeGreaterThan(10)
  expect(events.filter((event) => event.kind === 'case' && event.result.verdict === 'violated')).toEqual([])
  expect(stderr).toContain('ended in the middle')
  expect(code).toBe(5)
})

test('a run that is interrupted leaves nothing: the desk is free, and no record is left', async () => {
  const { code } = await judge(['--contract', 'functions/*', '--report', 'ndjson'], {
    interrupt: (text) => (text.includes('"kind":"case"') ? 'SIGINT' : undefined),
  })
  expect(code).toBe(130)
  const again = createServer()
  await new Promise<void>((resolve, reject) => again.once('error', reject).listen(desk, '127.0.0.1', resolve))
  again.close()
})

test.each<[string, () => Promise<Ran>, string]>([
  ['another key', () => judge([], { env: { CONFORMANCE_KEY: 'another' } }), 'key'],
  ['a desk elsewhere', async () => judge([], { env: { CONFORMANCE_DESK_URL: `http://127.0.0.1:${await freePort()}` } }), 'desk'], // prettier-ignore
])('%s: one sentence before anything is judged, exit 5', async (_, run, word) => {
  const { code, stderr } = await run()
  expect(stderr).toMatch(new RegExp(`is ready: .*${word}`))
  expect(code).toBe(5)
})

test('a host that is not this machine is written to only where it is named', async () => {
  const { code, stderr } = await command(['run', '--backend', 'http://192.0.2.7:3000'])
  expect(stderr).toContain('--allow-writes 192.0.2.7:3000')
  expect(code).toBe(2)
})

test('what is no backend is answered with what is possible', async () => {
  const { code, stderr } = await command(['run', '--backend', 'my-server'])
  expect(stderr).toContain('Possible: emulator, base44-dev, base44-dev@<version>, http://')
  expect(code).toBe(2)
})
