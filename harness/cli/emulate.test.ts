import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createServer } from 'node:net'
import { createClient } from '@base44/sdk'
import { expect, onTestFinished, test, vi } from 'vitest'
import { tracesIn } from '../../suites/backends/fixtures/traces.ts'
import { command, repository } from './fixtures/command.ts'
import { emptyFolder } from './fixtures/folders.ts'

// `emulate`, as a user has it: from the first line to Ctrl-C.

const files = {
  'base44/config.jsonc': '{ "name": "To do" }',
  'base44/.app.jsonc': '{ "id": "to-do" }',
  'base44/entities/Task.jsonc': '{ "name": "Task", "properties": { "title": { "type": "string" } } }',
  'base44/functions/hello/entry.ts': `console.log('loaded', Deno.env.get('KEY'), Deno.env.get('HIDDEN') ?? 'nothing')
import { createClientFromRequest } from '@base44/sdk'
Deno.serve(async (request) => Response.json(await createClientFromRequest(request).asServiceRole.entities.Task.list()))`,
}

function project(more: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder()
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

interface Emulating {
  readonly child: ChildProcess
  readonly told: () => string
  readonly url: string
  readonly temporary: string
}

async function emulate(folder: string, ...args: readonly string[]): Promise<Emulating> {
  const temporary = emptyFolder()
  const child = spawn(
    process.execPath,
    [join(repository, 'bin', 'base44-conformance.js'), 'emulate', folder, '--port', '0', ...args],
    {
      env: {
        ...process.env,
        KEY: 'of the environment',
        HIDDEN: 'hidden',
        TMPDIR: temporary,
        NODE_DISABLE_COMPILE_CACHE: '1',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (more: string) => (text += more))
  await vi.waitFor(() => expect(text).toContain('Ctrl-C ends it.'), 30_000)
  return { child, told: () => text, url: /Serving at (\S+)/.exec(text)?.[1] ?? '', temporary }
}

test('it says where and what, is used by an SDK, tells what goes on, and leaves nothing', async () => {
  const { child, told, url, temporary } = await emulate(project(), '--secret', 'KEY')
  expect(told()).toContain(`createClient({ appId: 'to-do', serverUrl: '${url}' })`)
  expect(told()).toMatch(/entities +Task/)
  expect(told()).toMatch(/functions +hello/)
  const [, email = '', password = ''] = /admin +(\S+), password (\S+)/.exec(told()) ?? []
  const base44 = createClient({ appId: 'to-do', serverUrl: url })
  await base44.auth.loginViaEmailPassword(email, password)
  await base44.entities['Task']?.create({ title: 'Water the plants' })
  const { data } = await base44.functions.invoke('hello', {})
  expect(data).toMatchObject([{ title: 'Water the plants', created_by: email }])
  base44.cleanup()
  expect(told()).toContain('[functions/hello] loaded of the environment nothing')
  await vi.waitFor(() => expect(told()).toMatch(/^POST \/api\/apps\/to-do\/functions\/hello 200 \d+ ms$/m))
  expect(tracesIn(temporary).processes.length).toBe(2)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
  expect(tracesIn(temporary)).toEqual({ processes: [], ports: [], files: [] })
})

test('with --data records and users are there again; a password is told once', async () => {
  const folder = project()
  const file = join(folder, 'kept.db')
  const first = await emulate(folder, '--data', file, '--admin', 'ada@example.com')
  expect(first.told()).toMatch(/admin +ada@example\.com, password \S+/)
  first.child.kill('SIGINT')
  await once(first.child, 'exit')
  const second = await emulate(folder, '--data', file)
  expect(second.told()).toMatch(/admin +ada@example\.com\n/)
})

test('a file that is broken is told with its place, and the rest is served', async () => {
  const { told } = await emulate(project({ 'base44/entities/Broken.jsonc': '{\n  "name": ,\n}' }))
  expect(told()).toMatch(/Broken\.jsonc:2:11 {2}read an entity: seen ValueExpected; wanted JSON/)
  expect(told()).toMatch(/entities +Task\n/)
})

test('a port that another has is told, with what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const { code, stderr } = await command(['emulate', project(), '--port', String(port)])
  server.close()
  expect([code, stderr]).toEqual([
    5,
    expect.stringContaining(`served the project at port ${port}: another program has it.`),
  ])
})

test('a configuration that is broken is told with its place', async () => {
  const { code, stderr } = await command(['emulate', project({ 'base44/config.jsonc': '{ "name": 1 }' })])
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/config\.jsonc:1:11 {2}read the configuration of the project: name/),
  ])
})
