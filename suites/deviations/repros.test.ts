import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyPatch, parsePatch } from 'diff'
import { afterAll, describe, expect, test } from 'vitest'

// A recorded deviation is only worth something if anyone can see it: each has a script with nothing but the SDK and
// node:http, which exits with 1 on the SDK as it is published, and with 0 on a copy repaired in that one point.

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const sdk = join(root, 'node_modules', '@base44', 'sdk')
// Below node_modules, so that the copies find what the SDK depends on.
const copies = mkdtempSync(join(cacheFolder(), 'repaired-'))
const scripts = readdirSync(here).filter((name) => name.endsWith('.repro.mjs'))

afterAll(() => rmSync(copies, { recursive: true, force: true }))

test('every deviation has a script, and every script a deviation', () => {
  const entries = readdirSync(here).filter((name) => name.endsWith('.yaml'))
  const named = entries.map((name) => /^repro: (.*)$/m.exec(readFileSync(join(here, name), 'utf8'))?.[1])
  expect(new Set(named)).toEqual(new Set(scripts))
})

describe.each(scripts)('%s', (script) => {
  const cause = basename(script, '.repro.mjs')

  test('shows the deviation on the SDK as it is published', async () => {
    expect(await exitCode([join(here, script), sdk])).toBe(1)
  })

  test('shows nothing on a copy repaired in that one point', async () => {
    expect(await exitCode([join(here, script), repairedCopy(cause)])).toBe(0)
  })

  test('and on that copy the contracts hold, so that the entries are stale', async () => {
    const contracts = readdirSync(here)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(here, name), 'utf8'))
      .filter((text) => text.includes(script))
      .flatMap((text) => ['--contract', `${field(text, 'contract')}#${field(text, 'row')}`])
    const run = [
      join(root, 'bin', 'base44-conformance.js'),
      'run',
      '--sdk',
      repairedCopy(cause),
      '--runs',
      '20',
      ...contracts,
    ]
    expect(await exitCode([...run, '--no-known'])).toBe(0)
    expect(await exitCode(run)).toBe(3)
  })
})

function repairedCopy(cause: string): string {
  const copy = join(copies, cause)
  cpSync(sdk, copy, { recursive: true })
  for (const change of parsePatch(readFileSync(join(here, `${cause}.repair.patch`), 'utf8'))) {
    const file = join(copy, (change.newFileName as string).replace(/^b\//, ''))
    const repaired = applyPatch(readFileSync(file, 'utf8'), change)
    if (repaired === false) throw new Error(`${cause}.repair.patch does not fit ${file}`)
    writeFileSync(file, repaired)
  }
  return copy
}

function cacheFolder(): string {
  const folder = join(root, 'node_modules', '.cache')
  mkdirSync(folder, { recursive: true })
  return folder
}

function field(text: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]?.replace(/^'|'$/g, '') ?? ''
}

function exitCode(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error) => resolve(error === null ? 0 : Number(error.code)))
  })
}
