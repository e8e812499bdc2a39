import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { howToBuild } from './how-to-build.ts'

test.each([
  [{ build: 'tsc' }, [], 'Build the package first (npm install && npm run build).'],
  [{ build: 'tsc' }, ['node_modules/'], 'Build the package first (npm run build).'],
  [{ prepare: 'tsc', test: 'x' }, ['node_modules/', 'yarn.lock'], 'Build the package first (yarn run prepare).'],
  [{ 'build:esm': 'tsc' }, ['pnpm-lock.yaml'], 'Build the package first (pnpm install && pnpm run build:esm).'],
  [{ prepack: 'tsc', build: 'tsc' }, ['node_modules/'], 'Build the package first (npm run build).'],
  [{ test: 'x' }, [], 'Build the package first; its package.json has no script for it.'],
  [undefined, [], 'Build the package first; its package.json has no script for it.'],
])('%j, %j', (scripts, files, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'how-to-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const file of files) {
    if (file.endsWith('/')) mkdirSync(join(folder, file))
    else writeFileSync(join(folder, file), '')
  }
  expect(howToBuild(folder, { name: 'x', version: '1.0.0', ...(scripts && { scripts }) })).toBe(said)
})
