import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderForCopies, patchedSdk, repository, wholeSdk } from '../patched-sdk.ts'

// Copies of the SDK that were changed by hand, one patch each: what is broken must be caught, by a contract that cites
// the sentence it breaks, on the patch's first line; what no caller can see must not be.

const here = dirname(fileURLToPath(import.meta.url))
const copies = folderForCopies()
afterAll(() => rmSync(copies, { recursive: true, force: true }))

/** What the SDK itself does, disputed and noted: it says nothing of a copy. */
let before: Set<string>
beforeAll(async () => {
  before = new Set((await judged(wholeSdk)).violated.map(({ seen }) => seen))
}, 120_000)

describe.each(patchesIn('broken'))('broken: %s', (name) => {
  const patch = join(here, 'broken', name)
  const statement = /^Breaks ([A-Z]+-\d+)$/m.exec(readFileSync(patch, 'utf8'))?.[1]

  test(`is caught by a contract that cites ${statement}`, async () => {
    const { code, caught } = await caughtIn(patch)
    expect(caught.flatMap(({ cites }) => cites)).toContain(statement)
    expect(code).toBe(1)
  })
})

test.each(patchesIn('invisible'))('invisible: %s is not caught', async (name) => {
  expect(await caughtIn(join(here, 'invisible', name))).toEqual({ code: 0, caught: [] })
})

test('there are at least ten that are broken, and three that are not', () => {
  expect([patchesIn('broken').length >= 10, patchesIn('invisible').length >= 3]).toEqual([true, true])
})

function patchesIn(folder: string): string[] {
  return readdirSync(join(here, folder))
}

interface Violated {
  readonly cites: readonly string[]
  /** Contract, row and way of failing. */
  readonly seen: string
}

async function caughtIn(patch: string): Promise<{ code: number; caught: Violated[] }> {
  const { code, violated } = await judged(patchedSdk({ patch, into: copies }))
  return { code, caught: violated.filter(({ seen }) => !before.has(seen)) }
}

/** The whole suite `sdk`; what is recorded of the SDK as it is published does not count. */
function judged(sdk: string): Promise<{ code: number; violated: Violated[] }> {
  const command = join(repository, 'bin', 'base44-conformance.js')
  const args = ['run', '--sdk', sdk, '--runs', '20', '--seed', '1', '--timeout', '1000', '--report', 'json']
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: copies, maxBuffer: 2 ** 30 }, (error, stdout) => {
      const { results } = JSON.parse(stdout) as { results: Result[] }
      const unexpected = results.filter(({ verdict, deviation }) => verdict === 'violated' && deviation === undefined)
      const violated = unexpected.map(({ contract: { cites }, fingerprint }) => ({ cites, seen: fingerprint }))
      resolve({ code: error === null ? 0 : Number(error.code), violated })
    })
  })
}

interface Result {
  readonly contract: { readonly cites: readonly string[] }
  readonly verdict: string
  readonly deviation?: string
  readonly fingerprint: string
}
