import { join } from 'node:path'
import { expect, test } from 'vitest'
import { touchedBy } from './touched-by.ts'

const functionsFolder = join('/', 'app', 'base44', 'functions')
const names = ['a', 'a-b', 'c/d']
const functions = names.map((name) => ({ name, entry: '', folder: join(functionsFolder, ...name.split('/')) }))

test.each([
  ['functions/a/entry.ts', ['a']],
  ['functions/a-b/deep/helper.ts', ['a-b']],
  ['functions/c/d/function.jsonc', ['c/d']],
  ['functions/helper.ts', names],
  ['functions/c/helper.ts', names],
  ['shared/helper.ts', names],
  ['entities/Task.jsonc', []],
  ['config.jsonc', []],
])('%s', (path, touched) => {
  const isTouched = touchedBy([join('/', 'app', 'base44', path)], { functions, functionsFolder })
  expect(names.filter(isTouched)).toEqual(touched)
})
