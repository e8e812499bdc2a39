import { expect, it } from 'vitest'
import { bytes } from './fixtures/events.ts'
import { showBody } from './show-body.ts'

it('shows text line by line', () => {
  expect(showBody(bytes('one\r\ntwo\n'), { width: 80 })).toEqual(['one', 'two'])
  expect(showBody(bytes(''), { width: 80 })).toEqual([])
})

it('makes control characters visible', () => {
  expect(showBody(bytes('a\u001b[31m\tb'), { width: 80 })).toEqual(['a\\x1b[31m\\tb'])
})

it('shows what is no text by its size and its first bytes', () => {
  expect(showBody(new Uint8Array([0xff, 0xd8, 0xff]), { width: 80 })).toEqual(['‹3 bytes: ff d8 ff›'])
  expect(showBody(new Uint8Array([65, 0, 66]), { width: 80 })).toEqual(['‹3 bytes: 41 00 42›'])
})

it('shows the entries of a form that is no text', () => {
  const form = [['file', { $file: { name: 'a.png', type: 'image/png', bytes: new Uint8Array(9) } }]] as const
  expect(showBody(new Uint8Array([0xff]), { width: 80, form })).toEqual(['file = File("a.png", image/png, 9 bytes)'])
})

it('leaves out the middle of many lines', () => {
  const lines = showBody(bytes(Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n')), { width: 80 })
  expect(lines).toHaveLength(20)
  expect(lines.slice(14, 18)).toEqual(['line 14', '… 21 lines left out …', 'line 36', 'line 37'])
})

it('leaves out the middle of a long text, quickly', () => {
  const lines = showBody(bytes('m'.repeat(1024 * 1024)), { width: 100 })
  expect(lines.find((line) => line.startsWith('…'))).toBe('… 1,047,552 bytes left out …')
  expect(lines.length).toBeLessThanOrEqual(20)
})
