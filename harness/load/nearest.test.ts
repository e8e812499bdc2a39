import { expect, test } from 'vitest'
import { nearest, suggest } from './nearest.ts'

test.each([
  ['resolvs', 'resolves'],
  ['reslove', 'resolves'],
  ['NOTIFIES', 'notifies'],
  ['sned', 'sends'],
])('%s was meant to be %s', (seen, meant) => {
  expect(nearest(seen, ['resolves', 'rejects', 'notifies', 'sends'])).toBe(meant)
})

test('another word is no slip', () => {
  expect(nearest('teapot', ['resolves', 'rejects'])).toBeUndefined()
  expect(nearest('read', ['call', 'together'])).toBeUndefined()
})

test('a few names are listed, many are counted', () => {
  const many = Array.from({ length: 20 }, (_, index) => `name-${index}`)
  expect(suggest('call', ['read', 'calls'])).toBe('did you mean `calls`? (one of read, calls)')
  expect(suggest('teapot', ['read', 'calls'])).toBe('one of read, calls')
  expect(suggest('teapot', many)).toBe('one of the 20 known names')
  expect(suggest('teapot', [])).toBe('nothing: there is none to choose from')
})
