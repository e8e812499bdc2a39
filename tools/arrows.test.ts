import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

// The lint rules keep the arrows between folders: these imports are put into files of their own and linted.

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'arrows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const allowed: readonly [file: string, imported: string][] = [
  ['harness/execute/a.ts', '../model/x.ts'],
  ['harness/execute/b.ts', '../language/x.ts'],
  ['harness/execute/c.ts', './stage/x.ts'],
  ['harness/execute/stage/a.ts', '../pool/x.ts'],
  ['harness/execute/stage/b.ts', '../../model/x.ts'],
  ['harness/execute/stage/deep/a.ts', '../../../language/x.ts'],
  ['harness/execute/stage/deep/b.ts', '../../drivers/x.ts'],
  ['harness/judge/a.ts', 'fast-check'],
  ['harness/language/a.ts', '../model/x.ts'],
  ['harness/model/a.ts', './x.ts'],
  ['harness/run.ts', './judge/x.ts'],
  ['harness/cli/a.ts', '../load/x.ts'],
  ['harness/cli/commands/a.ts', '../../../reports/x.ts'],
  ['harness/config/a.ts', '../load/x.ts'],
  ['harness/library/a.ts', '../cli/x.ts'],
  ['harness/load/current-schemas.ts', '../faults/index.ts'],
  ['reports/a.ts', '../harness/model/x.ts'],
  ['reports/reporters/a.ts', '../../harness/language/x.ts'],
  ['reports/reporters/b.ts', '../x.ts'],
]

const refused: readonly [file: string, imported: string][] = [
  ...['load', 'plan', 'judge', 'emulator', 'generators', 'faults', 'cli', 'library'].map((stage): [string, string] => [
    `harness/execute/no-${stage}.ts`,
    `../${stage}/x.ts`,
  ]),
  ...['load', 'plan', 'execute', 'judge', 'emulator', 'generators', 'faults'].map((stage): [string, string] => [
    `harness/${stage}/no-page.ts`,
    '../run.ts',
  ]),
  ['harness/execute/stage/no-a.ts', '../../judge/x.ts'],
  ['harness/execute/stage/no-b.ts', '../../../reports/x.ts'],
  ['harness/execute/stage/deep/no-a.ts', '../../../plan/x.ts'],
  ['harness/judge/matchers/no-a.ts', '../../emulator/x.ts'],
  ['harness/load/no-a.ts', '../faults/index.ts'],
  ['harness/language/no-a.ts', '../judge/x.ts'],
  ['harness/model/no-a.ts', '../language/x.ts'],
  ['harness/no-a.ts', './cli/home.ts'],
  ['harness/no-b.ts', './library/index.ts'],
  ['harness/no-c.ts', './config/project.ts'],
  ['reports/no-a.ts', '../harness/judge/x.ts'],
  ['reports/no-b.ts', '../harness/run.ts'],
  ['reports/reporters/no-a.ts', '../../harness/execute/x.ts'],
]

const forms: readonly ((path: string) => string)[] = [
  (path) => `import { x } from '${path}'\nexport const y = x\n`,
  (path) => `import type { X } from '${path}'\nexport type Y = X\n`,
  (path) => `export { x } from '${path}'\n`,
]

test.each(forms.map((form) => [form('…').split('\n')[0], form] as const))('%s', async (_, form) => {
  for (const [file, imported] of [...allowed, ...refused]) write(file, form(imported))
  expect(await refusedFiles()).toEqual(refused.map(([file]) => file).toSorted())
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

interface Diagnostic {
  readonly code: string
  readonly filename: string
}

function refusedFiles(): Promise<string[]> {
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [oxlint, '--format=json'], { cwd: folder }, (_, stdout, stderr) => {
      if (stdout === '') return reject(new Error(stderr))
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
      const broken = diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)')
      resolve([...new Set(broken.map(({ filename }) => filename.replaceAll('\\', '/')))].toSorted())
    })
  })
}
