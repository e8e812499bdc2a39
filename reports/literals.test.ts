import { expect, it } from 'vitest'
import { replaceLiterals } from './literals.ts'

it('replaces literally, the longest first, and never what it put in', () => {
  const replace = replaceLiterals(
    new Map([
      ['a.b', '1'],
      ['a.b*c', '2'],
      ['1', 'a.b'],
      ['', 'never'],
    ]),
  )
  expect(replace('a.b a.b*c axb 1')).toBe('1 2 axb a.b')
})

it('leaves text alone where there is nothing to replace', () => {
  expect(replaceLiterals(new Map())('text')).toBe('text')
})
