import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { RunningBackend } from '../../harness/execute/backends/adapter.ts'
import { cache, call, key, ownTemporaryFolder, starter, type Start } from './fixtures/start.ts'
import { writeSmallApp } from './fixtures/small-app.ts'
import { openSmallDesk, type SmallDesk } from './fixtures/small-desk.ts'
import { pidOf, tracesIn } from './fixtures/traces.ts'

// However the real command or this process comes to its end, nothing of the backend goes on.

const app = writeSmallApp()
let desk: SmallDesk
let start: Start
let folder: string

beforeAll(async () => {
  desk = await openSmallDesk()
  start = starter({ project: app.folder, desk: desk.address })
})
afterAll(() => {
  desk.close()
  app.remove()
})
beforeEach(() => {
  const temporary = ownTemporaryFolder()
  folder = temporary.folder
  return temporary.remove
})

const nothing = { processes: [], ports: [], files: [] }

test('two at the same time have nothing in common: one is stopped, the other answers', async () => {
  const [one, other] = await Promise.all([started(), started({ users: [{ role: 'user' }, { role: 'editor' }] })])
  expect(one.access.url).not.toBe(other.access.url)
  expect(Object.keys(other.access.users)).toEqual(['user'])
  await one.stop()
  const relayed = await call(other, { path: '/functions/relay', method: 'POST', body: 'still there' })
  expect(await relayed.text()).toBe('still there')
  await other.stop()
  expect(tracesIn(folder)).toEqual(nothing)
})

test('killed in the middle: told, with its last words, and its functions go too', async () => {
  const backend = await started()
  await (await call(backend, { path: '/functions/relay', method: 'POST', body: 'x' })).text()
  process.kill(pidOf('run.js', folder), 'SIGKILL')
  expect(await backend.ended).toMatch(
    /^base44-dev@0\.1\.18 ended by itself \(ended by SIGKILL\)\. The last that it wrote:\n[^]*relay/,
  )
  expect(tracesIn(folder)).toMatchObject({ processes: [], ports: [] })
  await backend.stop()
  expect(tracesIn(folder)).toEqual(nothing)
})

test.each([
  ['SIGINT', 'which nobody hears', [null, 'SIGINT']],
  ['SIGTERM', 'which nobody hears', [null, 'SIGTERM']],
  ['SIGKILL', 'which nobody can hear', [null, 'SIGKILL']],
  ['SIGUSR2', 'at which it throws', [7, null]],
  ['SIGHUP', 'at which it exits', [3, null]],
] as const)('this process ends by %s, %s: nothing is left', async (signal, _, how) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program()], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const closed = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), closed])
  expect(tracesIn(folder).processes).toContainEqual(expect.stringContaining('run.js'))
  child.kill(signal)
  expect(await closed).toEqual(how)
  await expect.poll(() => tracesIn(folder), { timeout: 5000 }).toEqual(nothing)
})

/** Starts a backend and waits for its end. */
function program(): string {
  const module = new URL('../../harness/execute/backends/base44-dev/start.ts', import.meta.url).href
  const environment = { PATH: process.env['PATH'] }
  const request = { project: app.folder, desk: desk.address, key, cache, environment }
  return `
    import { startBase44Dev } from ${JSON.stringify(module)}
    await startBase44Dev({ ...${JSON.stringify(request)}, say() {} })
    process.on('SIGUSR2', () => { process.on('uncaughtException', () => process.exit(7)); throw new Error() })
    process.on('SIGHUP', () => process.exit(3))
    console.log('started')
    setInterval(() => {}, 1000)`
}

async function started(more: Parameters<Start>[0] = {}): Promise<RunningBackend> {
  const backend = await start(more)
  onTestFinished(backend.stop)
  return backend
}
