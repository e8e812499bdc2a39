import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findDeno } from './find-deno.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'find-deno-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** npm is there; the registry is not. */
function environment(first: readonly string[]): NodeJS.ProcessEnv {
  const home = folder()
  const path = [...first, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
  return { PATH: path, HOME: home, npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' }
}

test('where there is none and none can be fetched, one sentence says how to get it', async () => {
  const said: string[] = []
  const finding = findDeno({ cache: folder(), environment: environment([]), say: (text) => said.push(text) })
  await expect(finding).rejects.toThrow(
    /^looked for Deno, which functions run on: there is none on the PATH, and npm gave none \(.+\)\. Install it \(https:\/\/deno\.com: npm install --global deno\), or run again with a network\.$/,
  )
  expect(said.join()).toMatch(/^Fetching Deno/)
})

test.each([
  ['one', '2.9.5', { deno: '/opt/deno', denoVersion: '2.9.5' }],
  ['one of the first generation, which functions do not run on,', '1.46.3', undefined],
])('%s on the PATH is taken, or looked past', async (_, version, found) => {
  const bin = folder()
  const answer = JSON.stringify({ deno: '/opt/deno', denoVersion: version })
  writeFileSync(join(bin, 'deno'), `#!/bin/sh\necho '${answer}'\n`)
  chmodSync(join(bin, 'deno'), 0o755)
  const finding = findDeno({ cache: folder(), environment: environment([bin]), say: () => undefined })
  if (found === undefined) await expect(finding).rejects.toThrow('looked for Deno')
  else expect(await finding).toMatchObject(found)
})
