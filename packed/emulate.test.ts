import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, inject, onTestFinished, test, vi } from 'vitest'

// What Deno runs is shipped too: a project is served by what a user has installed.

const files = {
  'base44/config.jsonc': '{ "name": "Small" }',
  'base44/entities/Task.jsonc': '{ "name": "Task", "properties": { "title": { "type": "string" } } }',
  'base44/functions/hello/entry.ts': `import { createClientFromRequest } from 'npm:@base44/sdk'
Deno.serve(async (req) => Response.json(await createClientFromRequest(req).asServiceRole.entities.Task.create({ title: 'hello' })))`,
}

test('emulate serves a project, functions and all', async () => {
  const project = mkdtempSync(join(tmpdir(), 'packed-emulate-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  const command = join(inject('user'), 'node_modules', 'base44-conformance', 'bin', 'base44-conformance.js')
  const child = spawn(process.execPath, [command, 'emulate', project, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  onTestFinished(async () => {
    child.kill('SIGINT')
    await once(child, 'exit')
  })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += stripVTControlCharacters(text)))
  const url = await vi.waitFor(() => {
    const [, found] = /Serving at (\S+)[\s\S]*Ctrl-C ends it/.exec(told) ?? []
    if (found === undefined) throw new Error(`it is not ready; it says: ${told}`)
    return found
  }, 90_000)
  const answer = await fetch(`${url}/functions/hello`, { method: 'POST' })
  expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ title: 'hello' })])
})
