import { expect, test } from 'vitest'
import { denoPlatform } from './deno-platform.ts'

test.each([
  ['linux', 'x64', false, { name: '@deno/linux-x64-glibc', binary: 'deno' }],
  ['linux', 'arm64', false, { name: '@deno/linux-arm64-glibc', binary: 'deno' }],
  ['darwin', 'arm64', false, { name: '@deno/darwin-arm64', binary: 'deno' }],
  ['win32', 'x64', false, { name: '@deno/win32-x64', binary: 'deno.exe' }],
])('%s %s', (platform, arch, musl, found) => expect(denoPlatform({ platform, arch, musl })).toEqual(found))

test.each([
  ['linux', 'x64', true, 'npm has none for linux-x64-musl, only for win32-x64,'],
  ['linux', 'riscv64', false, 'npm has none for linux-riscv64-glibc, only for'],
  ['freebsd', 'x64', false, 'npm has none for freebsd-x64, only for'],
])('%s %s (musl: %s) is said', (platform, arch, musl, said) => {
  expect(() => denoPlatform({ platform, arch, musl })).toThrow(said)
})

test('this machine is one of them', () => expect(denoPlatform().name).toMatch(/^@deno\//))
