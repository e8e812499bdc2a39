import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { usualLimits } from './limits.ts'
import { startThread, type Thread } from './thread.ts'

const timeout = 20_000
let folder: string
let written: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thread-'))
  written = join(folder, 'written')
})
afterEach(() => rm(folder, { recursive: true }))

async function start(sdk: string): Promise<Thread> {
  const entry = new URL(`../fixtures/${sdk}.mjs`, import.meta.url).href
  const { thread, loaded } = await startThread({
    script: new URL('../../lane.ts', import.meta.url),
    data: { entry, lane: 'loopback', limitMs: 1000, fixtures: '' },
    environment: { ...process.env, WRITES_ON_EXIT: written },
    limits: usualLimits,
  })
  expect(loaded).toEqual({ kind: 'ready' })
  return thread
}

test('a thread that is asked to end runs the exit handlers of its SDK', { timeout }, async () => {
  const thread = await start('writes-on-exit')
  expect(thread.alive()).toBe(true)
  const asked = performance.now()
  await thread.end()
  expect(performance.now() - asked).toBeLessThan(usualLimits.graceMs)
  expect(existsSync(written)).toBe(true)
  expect(thread.alive()).toBe(false)
})

test('one whose SDK keeps a timer alive is ended after its grace', { timeout }, async () => {
  const thread = await start('stays-alive')
  const asked = performance.now()
  await thread.end()
  expect(performance.now() - asked).toBeGreaterThanOrEqual(usualLimits.graceMs - 1)
  expect(existsSync(written)).toBe(false)
})

test('to end a thread twice, or one that has died, is no mistake', { timeout }, async () => {
  const thread = await start('well-behaved')
  await thread.end()
  await thread.end()
  expect(thread.alive()).toBe(false)
})
