import { expect, test } from 'vitest'
import { headerValue, joinHeaders } from './join-headers.ts'
import { parseTarget, pathOf, percentDecoded } from './target.ts'

test('a target is taken apart as it stands: nothing is normalised', () => {
  expect(parseTarget('/a/../b//c/?q=1&q=2&r')).toEqual({
    segments: ['a', '..', 'b', '', 'c', ''],
    query: [['q', '1'], ['q', '2'], ['r', '']], // prettier-ignore
  })
  expect(parseTarget('/')).toEqual({ segments: [], query: [] })
  expect(parseTarget('')).toEqual({ segments: [], query: [] })
  expect(parseTarget('/a?b?c').query).toEqual([['b?c', '']])
  expect(pathOf('/a%3Fb?c')).toBe('/a%3Fb')
})

test('segments are decoded one by one, so that an encoded slash divides nothing', () => {
  expect(parseTarget('/a%2Fb/%C3%A4').segments).toEqual(['a/b', 'ä'])
})

test('what is no valid escape stays, bytes that are no UTF-8 become U+FFFD', () => {
  expect(percentDecoded('100%')).toBe('100%')
  expect(percentDecoded('%zz%4')).toBe('%zz%4')
  expect(percentDecoded('%2525')).toBe('%25')
  expect(percentDecoded('%FF')).toBe('\ufffd')
  expect(percentDecoded('😀%20')).toBe('😀 ')
})

test('headers of one name are joined, whatever their case; a name may be called like what objects have', () => {
  const pairs = [['X-A', '1'], ['x-a', '2'], ['__proto__', '3'], ['$x', '4']] as const // prettier-ignore
  expect(Object.entries(joinHeaders(pairs))).toEqual([['x-a', '1, 2'], ['__proto__', '3'], ['$$x', '4']]) // prettier-ignore
  expect(headerValue(pairs, 'x-A')).toBe('1, 2')
  expect(headerValue(pairs, 'constructor')).toBeUndefined()
})
