import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningBackend } from '../../harness/execute/backends/adapter.ts'
import { serveAsPromised } from '../backends/fixtures/keeps-its-promises.ts'
import { ownTemporaryFolder, starter } from '../backends/fixtures/start.ts'
import { repository } from '../patched-sdk.ts'

// What is known of base44 dev is shown by scripts that anyone can run: against the real one they end with 1, against a
// server that does what was promised with 0, and with 2 where neither can be said.

const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, 'base44-dev')
const email = 'owner@conformance.example'
const entries = namesIn(here, '.yaml')
  .map((id) => ({ id, text: readFileSync(join(here, `${id}.yaml`), 'utf8') }))
  .filter(({ text }) => /^backend: base44-dev(@|$)/m.test(text))
  .map(({ id, text }) => ({ id, forwards: /^route: /m.test(text) }))
const temporary = ownTemporaryFolder()
let backend: RunningBackend

beforeAll(async () => {
  const start = starter({ project: join(folder, 'app'), desk: { host: '127.0.0.1', port: 9 } })
  backend = await start({ users: [] })
}, 240_000)

afterAll(async () => {
  await backend.stop()
  temporary.remove()
})

test('every entry has its script, and every script its entry', () => {
  expect(namesIn(folder, '.mjs')).toEqual(entries.map(({ id }) => id))
})

test.each(entries)('$id: base44 dev does so', async ({ id, forwards }) => {
  const known = backend.forwarded().length
  const { code, said } = await run(id, backend.access)
  expect(said).toMatch(/\nAs reported: .*\n$/)
  expect(code).toBe(1)
  const handedOn = backend.forwarded().slice(known)
  expect(handedOn).toEqual(forwards ? [expect.objectContaining({ method: 'POST', host: 'base44.app' })] : [])
})

test.each(entries)('$id: a server that keeps its promises does not', async ({ id }) => {
  const server = await serveAsPromised({ appId: 'another-id', email })
  const { code, said } = await run(id, { url: server.url, appId: 'another-id' })
  server.close()
  expect(said).toMatch(/\nThe promise is kept\n$/)
  expect(code).toBe(0)
})

test.each(entries)('$id: where all fails, or nobody listens, nothing is said of it', async ({ id }) => {
  const server = createServer((_, response) => response.writeHead(500).end('{}')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect((await run(id, { url, appId: 'app-1' })).code).toBe(2)
  server.close().closeAllConnections()
  expect(await run(id, { url, appId: 'app-1' })).toMatchObject({ code: 2, said: expect.stringMatching(/ECONNREFUSED|fetch failed|Network Error/) }) // prettier-ignore
})

test.each(['all-orders', 'current-user', 'get-order'])('the sample %s is that of the documents', (name) => {
  const path = ['base44', 'functions', name, 'entry.ts']
  const [sample, original] = [join(folder, 'app', ...path), join(repository, 'suites', 'app', ...path)]
  expect(readFileSync(sample, 'utf8')).toBe(readFileSync(original, 'utf8'))
})

function namesIn(directory: string, ending: string): string[] {
  const names = readdirSync(directory).filter((name) => name.endsWith(ending))
  return names.map((name) => name.slice(0, -ending.length)).sort()
}

/** As a person would: the file as it lies there. */
function run(
  id: string,
  { url, appId }: { url: string; appId: string },
): Promise<{ readonly code: number; readonly said: string }> {
  const env = { ...process.env, BASE44_EMAIL: email }
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, `${id}.mjs`), url, appId], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr })
    })
  })
}
