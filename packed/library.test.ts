import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { run } from './as-a-user.ts'

// The library as a user's program and a user's compiler see it.

const user = inject('user')
const root = fileURLToPath(new URL('..', import.meta.url))

test.each(['nodenext', 'bundler'])('its types hold in a strict program, resolved as %s does', async (resolution) => {
  const cwd = join(user, resolution)
  mkdirSync(cwd)
  copyFileSync(join(root, 'packed', 'fixtures', 'is-typed.ts'), join(cwd, 'is-typed.ts'))
  const module = resolution === 'nodenext' ? 'nodenext' : 'preserve'
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2024',
    lib: ['es2024', 'esnext', 'dom', 'dom.iterable'],
    types: [],
    module,
    moduleResolution: resolution,
  }
  writeFileSync(join(cwd, 'package.json'), '{ "private": true, "type": "module" }')
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['is-typed.ts'] }))
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  expect(await run(process.execPath, [tsc, '-p', '.'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
})
