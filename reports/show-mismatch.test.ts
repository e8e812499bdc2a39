import { expect, it } from 'vitest'
import { mismatchKinds } from '../harness/model/verdict.ts'
import { bytes, mismatch } from './fixtures/events.ts'
import { showMismatch, showPath } from './show-mismatch.ts'

const width = 80

it('says where, and shows expected beside observed', () => {
  expect(showMismatch(mismatch(), { width })).toEqual({
    sentence: 'the resolved value at .data is not what was promised',
    expected: ['{ ok: true }'],
    observed: ['undefined'],
  })
})

it.each(mismatchKinds)('has a sentence for %s', (kind) => {
  expect(showMismatch(mismatch({ kind, path: [] }), { width }).sentence).toMatch(/^[a-z].*[a-z]$/)
})

it('writes paths as JavaScript would', () => {
  expect(showPath([0, 'headers', 'content-type', '$$ref', '\u001b'])).toBe('[0].headers["content-type"].$ref["\\x1b"]')
})

it('shows the contents of what would look alike', () => {
  const file = (text: string) => ({ $file: { name: 'a', type: '', bytes: bytes(text) } })
  expect(showMismatch(mismatch({ expected: file('ab'), observed: file('ac') }), { width })).toMatchObject({
    expected: ['File("a", 2 bytes: 61 62)'],
    observed: ['File("a", 2 bytes: 61 63)'],
  })
})

it('shows long texts where they part', () => {
  const shown = showMismatch(mismatch({ expected: 'x'.repeat(5000), observed: `${'x'.repeat(4999)}y` }), { width })
  expect(shown.note).toBe('they part at character 5,000: 5,000 were promised, 5,000 came')
})

it('tells how an action ended, and conduct, in words', () => {
  const rejected = { rejected: { $error: { class: ['AxiosError'], message: 'no' } } }
  expect(
    showMismatch(mismatch({ kind: 'wrong-outcome', path: [], expected: { resolves: 1 }, observed: rejected }), {
      width,
    }),
  ).toEqual({
    sentence: 'it did not end in the way that was promised',
    expected: ['resolves with 1'],
    observed: ['rejected with AxiosError("no")'],
  })
  const load = { kind: 'crashed', expectation: 'conduct', observedClass: 'load', path: [] } as const
  expect(showMismatch(mismatch({ ...load, expected: 'the SDK loads', observed: 'no\u001b' }), { width })).toEqual({
    sentence: 'it does not load',
    expected: ['the SDK loads'],
    observed: ['no\\x1b'],
  })
})
