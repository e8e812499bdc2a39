import { expect, it } from 'vitest'
import { around, broken, flat, group } from './layout.ts'

const nested = group('{', [around('a: ', group('[', ['1', '2'], ']')), around('b: ', '"text"')], '}')

it('is flat where it fits', () => {
  expect(flat(nested)).toBe('{ a: [1, 2], b: "text" }')
  expect(broken(nested, 40)).toEqual(['{ a: [1, 2], b: "text" }'])
})

it('breaks from the outside in', () => {
  expect(broken(nested, 20)).toEqual(['{', '  a: [1, 2],', '  b: "text",', '}'])
  expect(broken(nested, 8)).toEqual(['{', '  a: [', '    1,', '    2,', '  ],', '  b: "text",', '}'])
})

it('keeps what stands around on the lines of what it surrounds', () => {
  expect(broken(around('‹at least ', nested, '›'), 20)).toEqual(['‹at least {', '  a: [1, 2],', '  b: "text",', '}›'])
})

it('has nothing to break in an empty group', () => {
  expect(flat(group('{', [], '}'))).toBe('{}')
  expect(broken(group('{', [], '}'), 1)).toEqual(['{}'])
})
