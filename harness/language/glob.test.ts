import { expect, test } from 'vitest'
import { globToRegExp } from './glob.ts'

test.each([
  ['functions/**', 'functions/a', true],
  ['functions/**', 'functions/a/b', true],
  ['**/a', 'a', true],
  ['functions/*', 'functions/a/b', false],
  ['functions/invoke-*', 'functions/invoke-x', true],
  ['{functions,client}/a', 'client/a', true],
  ['functions', 'functions/a', false],
  ['a.b', 'axb', false],
])('%s on %s: %s', (glob, id, matches) => {
  expect(globToRegExp(glob).test(id)).toBe(matches)
})
