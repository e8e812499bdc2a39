import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Deviation } from '../../model/deviation.ts'
import { folderWith } from '../fixtures/folders.ts'
import { filesOfEntry } from './files-of-entry.ts'

const entry = { id: 'a', repair: 'cause.repair.patch' } as Partial<Deviation> as Deviation

test.each<[string, Deviation, readonly Partial<Deviation>[], readonly string[], readonly string[]]>([
  ['alone', entry, [{ repair: 'other.repair.patch' }], ['cause.repair.patch'], ['cause.repair.patch']],
  ['whose repair another one names', entry, [{ repair: 'cause.repair.patch' }], ['cause.repair.patch'], []],
  ['whose repair is gone', entry, [], [], []],
  ['of a backend', { id: 'a', script: 'mine/a.mjs' } as Deviation, [], ['mine/a.mjs', 'mine/b.mjs'], ['mine/a.mjs']],
  ['without a repair', { id: 'a' } as Deviation, [], ['cause.repair.patch'], []],
])('an entry %s', (_, one, staying, there, gone) => {
  const folder = folderWith(Object.fromEntries(['a.yaml', ...there].map((name) => [name, ''])))
  const files = filesOfEntry({ entry: one, file: join(folder, 'a.yaml'), staying: staying as Deviation[] })
  expect(files).toEqual(['a.yaml', ...gone].map((name) => join(folder, name)))
})
