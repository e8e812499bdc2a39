import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { directDependencies, resolvedDependencies } from './dependencies.ts'
import { readManifest } from './package-folder.ts'

interface Fields {
  readonly version?: string
  readonly dependencies?: object
  readonly peerDependencies?: object
  readonly optionalDependencies?: object
}

/** Packages by folder, below a folder that is gone when the test is over. */
function packages(folders: Readonly<Record<string, Fields>>): string {
  const root = mkdtempSync(join(tmpdir(), 'dependencies-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [folder, fields] of Object.entries(folders)) {
    const file = join(root, folder, 'package.json')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ name: folder, version: '1.0.0', ...fields }))
  }
  return root
}

function found(folder: string): object {
  return resolvedDependencies(folder, readManifest(folder))
}

test('what is depended on in turn counts, each as the code there would find it', () => {
  const root = packages({
    sdk: { dependencies: { axios: '*', uuid: '*' } },
    'node_modules/uuid': { version: '9.0.0' },
    'sdk/node_modules/axios': { version: '1.6.2', dependencies: { 'form-data': '*', uuid: '*' } },
    'sdk/node_modules/axios/node_modules/uuid': { version: '8.0.0' },
    'node_modules/form-data': { version: '4.0.0', dependencies: { axios: '*' } },
    'node_modules/axios': { version: '0.1.0' },
  })
  expect(found(join(root, 'sdk'))).toEqual({ axios: '0.1.0, 1.6.2', 'form-data': '4.0.0', uuid: '8.0.0, 9.0.0' })
  const sdk = join(root, 'sdk')
  expect(directDependencies(sdk, readManifest(sdk))).toEqual({ axios: '1.6.2', uuid: '9.0.0' })
})

test('what is declared and not there is missing, unless it is optional; peers count where they are found', () => {
  const root = packages({
    sdk: { dependencies: { axios: '*' }, peerDependencies: { react: '*', vue: '*' }, optionalDependencies: { x: '*' } },
    'node_modules/react': { version: '18.0.0' },
  })
  expect(found(join(root, 'sdk'))).toEqual({ axios: 'missing', react: '18.0.0' })
})

test('links are followed first, as Node does: what is beside the link is not what is found', () => {
  const root = packages({
    'app/node_modules/axios': { version: '0.1.0' },
    'store/sdk': { dependencies: { axios: '*' } },
    'store/node_modules/axios': { version: '1.6.2' },
  })
  symlinkSync(join(root, 'store', 'sdk'), join(root, 'app', 'node_modules', 'sdk'), 'junction')
  expect(found(join(root, 'app', 'node_modules', 'sdk'))).toEqual({ axios: '1.6.2' })
})

test('packages that depend on each other come to an end', () => {
  const root = packages({
    sdk: { dependencies: { a: '*' } },
    'node_modules/a': { dependencies: { b: '*' } },
    'node_modules/b': { dependencies: { a: '*' } },
  })
  expect(found(join(root, 'sdk'))).toEqual({ a: '1.0.0', b: '1.0.0' })
})
