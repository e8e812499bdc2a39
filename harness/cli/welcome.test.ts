import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, repository } from './fixtures/command.ts'
import { emptyFolder, folderWith, manifest } from './fixtures/folders.ts'

// The first screen, wherever it is asked for.

const sdk = join(repository, 'node_modules', '@base44', 'sdk')

test.each([
  ['the repository', () => repository, 'base44-conformance itself with @base44/sdk', 'run'],
  ['an empty folder', emptyFolder, 'a folder without an SDK;', 'run'],
  ['a project', () => folderWith({ 'base44/config.jsonc': '{}' }), 'a Base44 project without an SDK', 'run'],
  ['a package with the SDK', packageWithSdk, 'the package my-app with @base44/sdk', 'run'],
  ['a checkout', () => sdk, 'a checkout of @base44/sdk', 'run --sdk ./'],
  ['an unbuilt checkout', unbuilt, 'a checkout of @base44/sdk 1.0.0; it has to be built first', 'run --sdk ./'],
  ['a broken package.json', () => folderWith({ 'package.json': '{' }), 'a folder without an SDK', 'run'],
])('%s: one screen of 80 columns, with what to do here', async (_, cwd, place, run) => {
  const { code, stdout, stderr } = await command([], { cwd: cwd() })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = stdout.trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(24)
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  expect(stdout).toContain(`You are in ${place}`)
  expect(lines).toContain(`  npx base44-conformance ${run}`)
})

test('every command that it shows exists', async () => {
  const { stdout } = await command([], { cwd: emptyFolder() })
  const shown = [...stdout.matchAll(/npx base44-conformance (\w+)/g)].map(([, name]) => name as string)
  const { stdout: help } = await command(['--help'])
  expect(shown.length).toBeGreaterThan(5)
  expect(shown.filter((name) => !new RegExp(`^  ${name} `, 'm').test(help))).toEqual([])
})

function packageWithSdk(): string {
  const folder = folderWith({ 'package.json': '{ "name": "my-app", "version": "1.0.0" }' })
  mkdirSync(join(folder, 'node_modules', '@base44'), { recursive: true })
  cpSync(sdk, join(folder, 'node_modules', '@base44', 'sdk'), { recursive: true })
  return folder
}

function unbuilt(): string {
  return folderWith({ 'package.json': manifest({ exports: './dist/index.js' }) })
}
