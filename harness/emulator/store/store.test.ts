import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Change, Row, Store } from '../emulated.ts'
import { openFileStore } from './file-store.ts'
import { openMemoryStore } from './memory-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = (): string => join(folder, `${files++}.db`)

const collection = fc.constantFrom('A', 'b', '__proto__', 'constructor')
const id = fc.constantFrom('1', '2', '3', '__proto__', 'ü')
const row = fc.tuple(id, fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<never>)).map(([id, rest]) => ({ ...rest, id }) as Row) // prettier-ignore
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), collection, row }),
  fc.record({ kind: fc.constant('remove' as const), collection, id }),
)
const step = fc.oneof(
  { weight: 9, arbitrary: fc.array(change, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('A', 'all') },
)

const contents = (store: Store): unknown =>
  ['A', 'b', '__proto__', 'constructor'].map((name) => JSON.stringify(store.all(name)))

test('a file holds what memory holds, also after it was closed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const path = newPath()
      const [memory, file] = [openMemoryStore(), openFileStore(path)]
      for (const one of steps) {
        for (const store of [memory, file]) {
          if (typeof one !== 'string') store.write(one)
          else store.empty(one === 'all' ? undefined : one)
        }
      }
      expect(contents(file)).toEqual(contents(memory))
      file.close()
      const again = openFileStore(path)
      expect(contents(again)).toEqual(contents(memory))
      again.close()
    }),
    { numRuns: 30 },
  )
})

test('rows stay where they were put first, and are found by their id', () => {
  const store = openMemoryStore()
  const put = (id: string, n: number): Change => ({ kind: 'put', collection: 'A', row: { id, n } })
  store.write([put('x', 1), put('y', 1)])
  store.write([put('x', 2)])
  expect(store.all('A')).toEqual([{ id: 'x', n: 2 }, { id: 'y', n: 1 }]) // prettier-ignore
  expect([store.get('A', 'y'), store.get('A', 'z'), store.get('B', 'y')]).toEqual([{ id: 'y', n: 1 }, undefined, undefined]) // prettier-ignore
})

test('changes that cannot all be written are not written at all', () => {
  const store = openFileStore(newPath())
  const circular: Record<string, unknown> = { id: '2' }
  circular['self'] = circular
  const put = (row: unknown): Change => ({ kind: 'put', collection: 'A', row: row as Row })
  expect(() => store.write([put({ id: '1' }), put(circular)])).toThrow('circular')
  expect(store.all('A')).toEqual([])
  store.write([put({ id: '3' })])
  expect(store.all('A')).toEqual([{ id: '3' }])
  store.close()
})

const foreign: [string, (path: string) => void, RegExp][] = [
  ['a text', (path) => writeFileSync(path, 'not a database, but long enough to be taken for one'.repeat(30)), /is no file of records: name another file$/], // prettier-ignore
  ['a database of something else', (path) => new DatabaseSync(path).exec('CREATE TABLE users (n)'), /is a database of something else: name another file$/], // prettier-ignore
  ['a newer version', newer, /was written by another version of the emulator \(its records are of version 2, this one reads 1\)/], // prettier-ignore
  ['a file that is open', (path) => void openFileStore(path), /is open in another process: end that one, or name another file$/], // prettier-ignore
]

test.each(foreign)('refused with a sentence: %s', (_name, make, said) => {
  const path = newPath()
  make(path)
  expect(() => openFileStore(path)).toThrow(said)
})

test('a folder that is not there is said', () => {
  expect(() => openFileStore(join(folder, 'absent', 'x.db'))).toThrow(/cannot be opened to keep records in it/)
})

function newer(path: string): void {
  openFileStore(path).close()
  const file = new DatabaseSync(path)
  file.exec('PRAGMA user_version = 2')
  file.close()
}
