import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { run, type Ran } from './as-a-user.ts'

// Everything that is published, in an empty folder, under the oldest Node that package.json promises.

const user = inject('user')
const path = inject('oldestNode')
const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  engines: { node: string }
}
const oldest = engines.node.replace('>=', '')

test('it is the oldest', async () => {
  const { stdout } = await run('node', ['--version'], { cwd: user, path })
  expect(stdout).toMatch(new RegExp(`^v${oldest.replaceAll('.', '\\.')}(\\.0)?\\n$`))
})

test('every export does what it says', async () => {
  const script = 'uses-every-export.mjs'
  copyFileSync(fileURLToPath(new URL(`./fixtures/${script}`, import.meta.url)), join(user, script))
  const { code, stdout, stderr } = await run('node', [script], { cwd: user, path })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    exports: [
      'SubjectError',
      'UsageError',
      'defineConfig',
      'foldEvents',
      'loadContracts',
      'parseLog',
      'renderReport',
      'run',
    ],
    node: expect.stringMatching(new RegExp(`^${oldest.replaceAll('.', '\\.')}`)),
    contracts: expect.toSatisfy((count: number) => count > 50),
    kinds: ['header', 'case', 'footer'],
    seed: 7,
    exitCode: 0,
    sameLog: true,
    junit: true,
    interrupted: 130,
    misuse: expect.stringContaining('did you mean `suite`?'),
    noSdk: expect.stringContaining('nowhere'),
  })
  expect(code).toBe(0)
})

const one = '--contract functions/invoke-works-without-data'
test.each<[line: string, code: number, said: string]>([
  ['', 0, 'npx base44-conformance run'],
  ['list', 0, 'functions/invoke-works-without-data'],
  ['explain functions/invoke-works-without-data', 0, 'Would be broken by:'],
  ['deviations', 0, 'name-with-hash'],
  ['check --static', 0, 'no mistake'],
  [`prove ${one}`, 0, 'planted faults caught'],
  [`run ${one} --runs 5`, 0, 'keeps every promise'],
  ['run --contract functions/without-a-server-url-* --runs 5', 0, 'keeps every promise'],
  ['demo', 0, 'All five were found'],
  ['run --suite smok', 2, 'did you mean smoke?'],
])('base44-conformance %s', async (line, code, said) => {
  const ran = await command(line === '' ? [] : line.split(' '))
  expect(ran.stdout + ran.stderr).toContain(said)
  expect(ran.code).toBe(code)
})

test.each<[extension: string, code: number, said: string]>([
  ['json', 0, '· seed 7'],
  ['js', 0, '· seed 7'],
  ['ts', 2, 'cannot read TypeScript. Use Node 22.18 or newer, or write it as .js or .json.'],
])('a configuration in %s', async (extension, code, said) => {
  const cwd = join(user, extension)
  mkdirSync(cwd)
  const config = `{ "only": "functions/invoke-works-without-data", "seed": 7, "runs": 5 }`
  const written =
    extension === 'json'
      ? config
      : `import { defineConfig } from 'base44-conformance'\nexport default defineConfig(${config})`
  writeFileSync(join(cwd, `base44-conformance.config.${extension}`), written)
  const ran = await command(['run'], cwd)
  expect(ran.stderr).toContain(said)
  expect(ran.code).toBe(code)
})

function command(args: readonly string[], cwd = user): Promise<Ran> {
  return run('npx', ['--no', '--', 'base44-conformance', ...args], { cwd, path })
}
