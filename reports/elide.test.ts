import fc from 'fast-check'
import { expect, it } from 'vitest'
import { elide } from './elide.ts'
import { visible } from './visible.ts'

it('leaves alone what fits', () => {
  expect(elide('short', { limit: 5, escape: visible })).toBeUndefined()
})

it('counts the bytes that are left out, not the characters', () => {
  const elided = elide(`${'a'.repeat(10)}${'é'.repeat(10)}${'z'.repeat(10)}`, { limit: 15, escape: visible })
  expect(elided).toEqual({ head: 'a'.repeat(10), tail: 'z'.repeat(5), bytes: 25 })
})

it('takes what escapes need into account', () => {
  const elided = elide('\u0000'.repeat(100), { limit: 30, escape: visible })
  expect(elided?.head).toHaveLength(5)
  expect(elided?.tail).toHaveLength(2)
})

it('gives every byte either to an end or to the gap, and tears no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 3, max: 60 }), (text, limit) => {
      const elided = elide(text, { limit, escape: visible })
      if (elided === undefined) return
      const { head, tail, bytes } = elided
      expect(text.startsWith(head) && text.endsWith(tail)).toBe(true)
      expect(Buffer.byteLength(head) + bytes + Buffer.byteLength(tail)).toBe(Buffer.byteLength(text))
      expect(visible(head).length + visible(tail).length).toBeLessThanOrEqual(limit)
    }),
  )
})
