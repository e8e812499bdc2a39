import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Deviation } from '../../model/deviation.ts'
import { folderWith } from '../fixtures/folders.ts'
import { filesOfEntry } from './files-of-entry.ts'

const entry = { id: 'a', repro: 'cause.repro.mjs' } as Deviation

test.each<[string, Deviation, readonly Partial<Deviation>[], readonly string[], readonly string[]]>([
  ['alone', entry, [], ['cause.repro.mjs', 'cause.repair.patch'], ['cause.repro.mjs', 'cause.repair.patch']],
  ['without a repair', entry, [{ repro: 'other.repro.mjs' }], ['cause.repro.mjs'], ['cause.repro.mjs']],
  [
    'whose script another one names',
    entry,
    [{ repro: 'cause.repro.mjs' }],
    ['cause.repro.mjs', 'cause.repair.patch'],
    [],
  ],
  ['without a script', { id: 'a' } as Deviation, [], ['cause.repro.mjs'], []],
])('an entry %s', (_, one, staying, there, gone) => {
  const folder = folderWith(Object.fromEntries(['a.yaml', ...there].map((name) => [name, ''])))
  const files = filesOfEntry({ entry: one, file: join(folder, 'a.yaml'), staying: staying as Deviation[] })
  expect(files).toEqual(['a.yaml', ...gone].map((name) => join(folder, name)))
})
