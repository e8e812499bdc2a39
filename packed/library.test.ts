import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { run, type Ran } from './as-a-user.ts'

// The library as a user's program and a user's compiler see it.

const user = inject('user')
const root = fileURLToPath(new URL('..', import.meta.url))

test('the examples of the documentation compile', async () => {
  const cwd = join(user, 'examples')
  mkdirSync(cwd)
  const examples = ['library', 'configuration'].flatMap((page) => {
    const text = readFileSync(join(root, 'docs', `${page}.md`), 'utf8')
    return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, example = ''], index) => {
      const file = `${page}-${index}.ts`
      writeFileSync(join(cwd, file), example)
      return file
    })
  })
  expect(examples.length).toBeGreaterThan(3)
  const compilerOptions = {
    ...strict,
    module: 'nodenext',
    types: ['node'],
    typeRoots: [join(root, 'node_modules', '@types')],
    skipLibCheck: true,
  }
  expect(await compiled({ cwd, compilerOptions, files: examples })).toEqual({ code: 0, stdout: '', stderr: '' })
})

test.each(['nodenext', 'bundler'])('its types hold in a strict program, resolved as %s does', async (resolution) => {
  const cwd = join(user, resolution)
  mkdirSync(cwd)
  copyFileSync(join(root, 'packed', 'fixtures', 'is-typed.ts'), join(cwd, 'is-typed.ts'))
  const module = resolution === 'nodenext' ? 'nodenext' : 'preserve'
  const compilerOptions = { ...strict, module, moduleResolution: resolution, types: [], skipLibCheck: false }
  expect(await compiled({ cwd, compilerOptions, files: ['is-typed.ts'] })).toEqual({ code: 0, stdout: '', stderr: '' })
})

const strict = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'es2024',
  lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'],
}

function compiled({ cwd, ...tsconfig }: { cwd: string; compilerOptions: object; files: string[] }): Promise<Ran> {
  writeFileSync(join(cwd, 'package.json'), '{ "private": true, "type": "module" }')
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify(tsconfig))
  return run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'], { cwd })
}
