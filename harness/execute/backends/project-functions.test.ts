import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { importedPackages, refuseWithoutFunctions } from './project-functions.ts'

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('npm packages that functions import, each once', async () => {
  const root = project({
    'base44/functions/a/entry.ts': `import { x } from "npm:@base44/sdk@0.8.50"\nawait import('npm:hono@4/jsx')`,
    'base44/functions/b/deep/helper.js': `import 'npm:@base44/sdk@0.8.50'; import 'jsr:@std/x'; // npm:not-this`,
    'base44/functions/notes.md': `'npm:nor-this'`,
    'elsewhere/entry.ts': `import 'npm:nor-that'`,
  })
  expect(await importedPackages(root)).toEqual(['npm:@base44/sdk@0.8.50', 'npm:hono@4/jsx'])
})

test.each([['base44/functions/a/b/entry.ts'], ['base44/functions/a/entry.js'], ['base44/functions/a/function.jsonc']])(
  '%s is a function',
  async (path) => expect(await refuseWithoutFunctions(project({ [path]: '' }))).toBeUndefined(),
)

test.each([[{}], [{ 'base44/config.jsonc': '{}' }], [{ 'base44/functions/a/helper.ts': '' }], [{ 'entry.ts': '' }]])(
  'a project without one is said: %j',
  async (files) => {
    await expect(refuseWithoutFunctions(project(files))).rejects.toThrow(
      /^looked for the functions of the app in .*: there is no base44\/functions\/<name>\/entry\.ts\. Write the app .* fixture <dir>\.$/,
    )
  },
)
