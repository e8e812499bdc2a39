import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSpec } from './read-spec.ts'

const cwd = mkdtempSync(join(tmpdir(), 'read-spec-'))
mkdirSync(join(cwd, 'sdk'))
mkdirSync(join(cwd, 'latest'))
writeFileSync(join(cwd, 'sdk.tgz'), '')
afterAll(() => rmSync(cwd, { recursive: true }))

test.each([
  [undefined, { kind: 'default' }],
  ['0.8.50', { kind: 'version', version: '0.8.50' }],
  ['v0.8.50', { kind: 'version', version: '0.8.50' }],
  ['0.9.0-beta.1', { kind: 'version', version: '0.9.0-beta.1' }],
  ['>=0.8.20', { kind: 'published', wanted: '>=0.8.20' }],
  ['0.8.x', { kind: 'published', wanted: '0.8.x' }],
  ['0.8', { kind: 'published', wanted: '0.8' }],
  ['0.8.40 - 0.8.44', { kind: 'published', wanted: '0.8.40 - 0.8.44' }],
  ['^0.8.40 || ~0.7.8', { kind: 'published', wanted: '^0.8.40 || ~0.7.8' }],
  ['*', { kind: 'published', wanted: '*' }],
  ['next', { kind: 'published', wanted: 'next' }],
  ['sdk', { kind: 'folder', folder: join(cwd, 'sdk'), spec: 'sdk' }],
  ['./sdk/', { kind: 'folder', folder: join(cwd, 'sdk'), spec: './sdk/' }],
  [join(cwd, 'sdk'), { kind: 'folder', folder: join(cwd, 'sdk'), spec: join(cwd, 'sdk') }],
  ['latest', { kind: 'folder', folder: join(cwd, 'latest'), spec: 'latest' }],
  ['./sdk.tgz', { kind: 'tarball', file: join(cwd, 'sdk.tgz'), spec: './sdk.tgz' }],
])('%s', (spec, meant) => expect(readSpec(spec, cwd)).toEqual(meant))

test.each([
  ['', 'it is empty. Name a version (0.8.50), a range'],
  ['./nowhere', 'it is no version (0.8.50), no range'],
  ['nowhere.tgz', `no folder or tarball that exists (${join(cwd, 'nowhere.tgz')})`],
  ['@base44/sdk@0.8.50', 'it is no version (0.8.50)'],
  ['git+https://github.com/base44/sdk', 'read --sdk git+https:…: addresses are not fetched. Clone it, build it'],
  ['git@github.com:base44/sdk.git', 'addresses are not fetched. Clone it, build it'],
  ['file:../sdk', 'read --sdk file:…: addresses are not fetched. What can be judged: a version (0.8.50)'],
])('"%s" is nothing that can be judged', (spec, said) => expect(() => readSpec(spec, cwd)).toThrow(said))

test('a password in an address is not repeated', () => {
  expect(() => readSpec('https://me:s3cr3t@example.com/sdk.tgz', cwd)).toThrow(/^(?!.*s3cr3t)/)
})
