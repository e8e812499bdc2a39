import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { serveProject } from './fixtures/serve-project.ts'

const pidOf = `Deno.serve(() => new Response(String(Deno.pid)))`

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('of functions that nobody calls, so many stay: the one that was called longest ago ends first', async () => {
  const names = ['a', 'b', 'c']
  const files = Object.fromEntries(names.map((name) => [`functions/${name}/entry.ts`, pidOf]))
  const app = await serveProject(files, { functionsLimit: 2 })
  const pid = async (name: string) => Number((await app.call(`/functions/${name}`)).text)
  const [a, b] = [await pid('a'), await pid('b')]
  expect(await pid('a')).toBe(a)
  const c = await pid('c')
  await vi.waitFor(() => expect([a, b, c].map(lives)).toEqual([true, false, true]))
  await app.close()
  expect([a, b, c].map(lives)).toEqual([false, false, false])
})

test('a function with a call under way ends for no other', async () => {
  const waits = `Deno.serve(async (request) => new Response(await request.text() + Deno.pid))`
  const app = await serveProject(
    { 'functions/a/entry.ts': waits, 'functions/b/entry.ts': pidOf },
    { functionsLimit: 1 },
  )
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const slow = app.call('/functions/a', { method: 'POST', body: readable, duplex: 'half' } as RequestInit)
  const writer = writable.getWriter()
  await writer.write(new TextEncoder().encode('whole '))
  expect((await app.call('/functions/b')).status).toBe(200)
  await writer.close()
  expect(await slow).toMatchObject({ status: 200, text: expect.stringMatching(/^whole \d+$/) })
  await app.close()
})

test('killed, the emulator leaves nothing behind, not even a function that never lets go', async () => {
  const script = new URL('./fixtures/serve-until-killed.ts', import.meta.url).pathname
  const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [told] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string]
  const [, pid = '', folder = ''] = /^pid (\d+)\n(.+)\n/.exec(told) ?? []
  expect(lives(Number(pid))).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(lives(Number(pid))).toBe(false), 3000)
  rmSync(folder, { recursive: true })
})
