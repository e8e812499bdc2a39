import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openShelf } from './shelf.ts'

function emptyCache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shelf-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A package with one dependency inside it, as npm installs it. */
async function packed(cache: string, version = '1.0.0'): Promise<string> {
  const folder = join(await openShelf(cache).stage(), 'package')
  const inner = join(folder, 'node_modules', 'axios')
  mkdirSync(inner, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', version, dependencies: { axios: '*' } }))
  writeFileSync(join(inner, 'package.json'), JSON.stringify({ name: 'axios', version: '1.6.2' }))
  return folder
}

test('what was put is found under its key, and nothing else is', async () => {
  const cache = emptyCache()
  const shelf = openShelf(cache)
  expect(shelf.find('1.0.0')).toBeUndefined()
  const place = await shelf.put('1.0.0', await packed(cache))
  expect(shelf.find('1.0.0')).toBe(place)
  expect(openShelf(cache).find('1.0.0')).toBe(place)
  expect(existsSync(join(place, 'node_modules', 'axios', 'package.json'))).toBe(true)
  expect(shelf.find('2.0.0')).toBeUndefined()
})

test.each([
  ['its mark, as after a kill', 'complete.json'],
  ['its package.json', 'node_modules/@base44/sdk/package.json'],
  ['something that it depends on', 'node_modules/@base44/sdk/node_modules/axios'],
])('what lacks %s is not taken for whole, and makes room for what is', async (_, lost) => {
  const cache = emptyCache()
  const shelf = openShelf(cache)
  await shelf.put('1.0.0', await packed(cache))
  rmSync(join(cache, 'sdk', '1.0.0', lost), { recursive: true })
  expect(shelf.find('1.0.0')).toBeUndefined()
  await shelf.put('1.0.0', await packed(cache))
  expect(shelf.find('1.0.0')).toBeDefined()
})

test('a mark that is not readable is none', async () => {
  const cache = emptyCache()
  await openShelf(cache).put('1.0.0', await packed(cache))
  writeFileSync(join(cache, 'sdk', '1.0.0', 'complete.json'), '{"ver')
  expect(openShelf(cache).find('1.0.0')).toBeUndefined()
})

test('many that put the same at the same time: one stays, whole, and nothing is left over', async () => {
  const cache = emptyCache()
  const all = await Promise.all(Array.from({ length: 8 }, () => packed(cache)))
  const places = await Promise.all(all.map((folder) => openShelf(cache).put('1.0.0', folder)))
  expect(new Set(places).size).toBe(1)
  expect(openShelf(cache).find('1.0.0')).toBe(places[0])
  const emptied = all.map((folder) => folder.split('/').at(-2))
  expect(readdirSync(join(cache, 'sdk')).filter((name) => !emptied.includes(name))).toEqual(['1.0.0'])
})

test('what a killed run left is cleared after an hour; what another run is at stays', async () => {
  const cache = emptyCache()
  const [left, current] = [await openShelf(cache).stage(), await openShelf(cache).stage()]
  const before = new Date(Date.now() - 2 * 3_600_000)
  utimesSync(left, before, before)
  await openShelf(cache).stage()
  expect([existsSync(left), existsSync(current)]).toEqual([false, true])
})

test('a cache that cannot be written is said in a sentence', async () => {
  const cache = emptyCache()
  writeFileSync(join(cache, 'sdk'), 'a file where the folder would be')
  await expect(openShelf(cache).stage()).rejects.toThrow(`made a folder in ${join(cache, 'sdk')} for what is fetched`)
})
