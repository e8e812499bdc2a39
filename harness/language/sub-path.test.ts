import { expect, test } from 'vitest'
import { subPathOf } from './sub-path.ts'

test.each<[string, string, string, string[]]>([
  ['at the address of invoke', 'a', '/api/apps/app-1/functions/a/b/c', ['b', 'c']],
  ['at the address of fetch', 'a', '/api/functions/a/b', ['b']],
  ['at the documents’ address', 'a', '/functions/a', []],
  ['where the host leaves the name alone', 'a', '/a/b?x=1', ['b']],
  ['where the host leaves nothing of its own', 'a', '/b/c', ['b', 'c']],
  ['nothing at all', 'a', '/', []],
  ['a nested name', 'orders/process', '/orders/process/1', ['1']],
  ['a nested name with its slash encoded', 'orders/process', '/orders%2Fprocess/1', ['1']],
  ['a segment that is encoded stays one', 'a', '/a/b%2Fc', ['b/c']],
])('%s', (_, name, target, expected) => {
  expect(subPathOf({ name, target, appId: 'app-1' })).toEqual(expected)
})
