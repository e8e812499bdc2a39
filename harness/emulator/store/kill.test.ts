import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Row } from '../emulated.ts'
import { openFileStore } from './file-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../fixtures/write-until-killed.ts', import.meta.url))

interface Said {
  readonly put?: readonly string[]
  readonly state?: string
  readonly gone?: string
}

/** Starts the writer and kills it so many milliseconds after its first acknowledgement; what it had acknowledged. */
async function killedAfter(ms: number, path: string, prefix: string): Promise<readonly Said[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, path, prefix], { stdio: ['ignore', 'pipe', 'inherit'] }) // prettier-ignore
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), ms)
    text += chunk
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect([code, signal]).toEqual([null, 'SIGKILL'])
  // The last line may be half of one.
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Said)
}

/** Each file is written by several processes, one after the other: what one left, the next must be able to go on from. */
async function killedOften(delays: readonly number[], path: string): Promise<number> {
  const expected = new Map<string, string>()
  let acknowledged = 0
  for (const [index, ms] of delays.entries()) {
    const said = await killedAfter(ms, path, `p${index}-`)
    acknowledged += said.length
    for (const { put = [], state = '', gone } of said) {
      for (const id of put) expected.set(id, state)
      if (gone !== undefined) expected.set(gone, 'gone')
    }
    const store = openFileStore(path)
    compare(store.all('Task'), expected)
    // What was written but not said is as good from here on: nothing of it may change again.
    expected.clear()
    for (const row of store.all('Task')) expected.set(row.id, String(row['state']))
    store.close()
  }
  return acknowledged
}

/** The states of a record, in order: what was acknowledged is there, or what the writer did next. */
const next: Readonly<Record<string, readonly string[]>> = { new: ['changed', 'all', 'gone'], changed: ['all'], all: [], gone: [] } // prettier-ignore

function compare(rows: readonly Row[], expected: ReadonlyMap<string, string>): void {
  const states = new Map(rows.map((row) => [row.id, String(row['state'])]))
  const lost = [...expected].filter(([id, state]) => {
    const is = states.get(id) ?? 'gone'
    return is !== state && !next[state]?.includes(is)
  })
  expect(lost).toEqual([])
  for (const batch of Map.groupBy(rows, (row) => row['batch']).values()) {
    const ns = batch.map((row) => row['n'])
    // One that was deleted is the second; a batch of one or of another two was never written as a whole.
    expect([[0, 1, 2], [0, 2]]).toContainEqual(ns) // prettier-ignore
    const all = batch.filter((row) => row['state'] === 'all').length
    expect([0, 3]).toContain(all)
  }
}

test('nothing acknowledged is lost and nothing is half written, killed at 50 random moments', async () => {
  const delays = fc.sample(fc.integer({ min: 0, max: 120 }), { numRuns: 50, seed: 5 })
  const files = [delays.slice(0, 25), delays.slice(25)]
  const acknowledged = await Promise.all(files.map((some, index) => killedOften(some, join(folder, `${index}.db`))))
  // As many as are too many to have been kept by chance.
  expect(Math.min(...acknowledged)).toBeGreaterThan(25)
}, 180_000)

test('a second process on the file is refused with a sentence, and the file is free once the first is killed', async () => {
  const path = join(folder, 'one.db')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, path, 'p'], { stdio: ['ignore', 'pipe', 'inherit'] }) // prettier-ignore
  await once(child.stdout, 'data')
  expect(() => openFileStore(path)).toThrow(`${path} is open in another process: end that one, or name another file`)
  child.kill('SIGKILL')
  await once(child, 'close')
  openFileStore(path).close()
})
