import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cut, flow, hang, indent, wrap } from './wrap.ts'

it('breaks at spaces, and inside a word only where it is too long', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('a incomprehensibilities b', 10)).toEqual(['a', 'incomprehe', 'nsibilitie', 's b'])
  expect(wrap('', 10)).toEqual([''])
})

it('never makes a line wider than asked, and loses nothing but spaces', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrap(text, width)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})

it('cuts no surrogate pair in two', () => {
  expect(cut('a👋👋', 2)).toEqual(['a', '👋', '👋'])
})

it('lets pieces share a line where they fit', () => {
  expect(flow(['a promise', '→ instead', 'explain x'], 80)).toEqual(['a promise  → instead  explain x'])
  expect(flow(['a promise', '→ instead', 'explain x'], 22)).toEqual(['a promise  → instead', 'explain x'])
})

it('hangs and indents', () => {
  expect(hang('→ one two', { width: 7 })).toEqual(['→ one', '  two'])
  expect(indent(['a', ''], 2)).toEqual(['  a', ''])
})
