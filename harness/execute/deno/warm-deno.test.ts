import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { warmDeno } from './warm-deno.ts'

/** Deno is played by a script, which has a package only once it came with a network. */
function playedDeno(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const deno = join(folder, 'deno')
  writeFileSync(deno, `#!/bin/sh\necho "$HTTPS_PROXY $@" >> "${folder}/asked"\n${script}\n`)
  chmodSync(deno, 0o755)
  const denoFolder = join(folder, 'cache')
  return {
    asked: () =>
      existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [],
    tools: { version: '1.0.0', script: '', deno, denoVersion: '2.9.5', denoFolder },
  }
}

const packages = ['npm:a@1', 'npm:b@2']
const wanted = 'cache --no-config --no-lock npm:a@1 npm:b@2'
const onlyOnline = 'test "$HTTPS_PROXY" = http://127.0.0.1:9 || exit 0; exit 1'

async function warmed(script: string, imported = packages) {
  const { tools, asked } = playedDeno(script)
  const said: string[] = []
  const environment = { PATH: process.env['PATH'], HTTPS_PROXY: 'http://proxy:1' }
  await warmDeno({ tools, packages: imported, environment, say: (text) => void said.push(text) })
  return { asked: asked(), said }
}

test('what is there already is asked of nobody', async () => {
  expect(await warmed('exit 0')).toEqual({ asked: [`http://127.0.0.1:9 ${wanted}`], said: [] })
})

test('what is not there is fetched in the way of this machine, and said', async () => {
  const { asked, said } = await warmed(onlyOnline)
  expect(asked).toEqual([`http://127.0.0.1:9 ${wanted}`, `http://proxy:1 ${wanted}`])
  expect(said).toEqual(['Fetching npm:a@1, npm:b@2 for functions …'])
})

test('functions that import no package need nothing', async () => {
  expect(await warmed('exit 1', [])).toEqual({ asked: [], said: [] })
})

test('what cannot be fetched is said, with the reason of Deno', async () => {
  const script = `printf 'Download x\\n\\033[31merror\\033[0m: Failed loading x\\n    0: tcp connect error\\n' >&2; exit 1`
  await expect(warmed(script)).rejects.toThrow(
    'fetched npm:a@1, npm:b@2, which functions of the app import, with Deno: error: Failed loading x 0: tcp connect error. Check the network and these names; what was fetched once is kept.',
  )
})
