import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostile } from './fixtures/hostile.ts'
import { quoted, visible } from './visible.ts'

describe('visible', () => {
  it('leaves what a reader can see', () => {
    expect(visible('Grüße, 世界 👋 é')).toBe('Grüße, 世界 👋 é')
  })

  it.each([
    ['\u001b[31m', '\\x1b[31m'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u0000\u0007\u009b', '\\x00\\x07\\x9b'],
    ['a\u202eb\u200b', 'a\\u202eb\\u200b'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
    ['non\u00a0breaking', 'non\\xa0breaking'],
  ])('writes %j as %s', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('lets nothing through that a terminal obeys', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(...Object.values(hostile).filter((text) => text.length < 1000)),
        ),
        (text) => {
          expect(visible(text)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u)
        },
      ),
    )
  })
})

describe('quoted', () => {
  it.each([
    ['plain', '"plain"'],
    ['{"a":1}', `'{"a":1}'`],
    [`it's`, `"it's"`],
    [`"it's"`, `"\\"it's\\""`],
    ['back\\slash', '"back\\\\slash"'],
    ['\\x1b is not \u001b', '"\\\\x1b is not \\x1b"'],
  ])('writes %j as %s', (text, shown) => {
    expect(quoted(text)).toBe(shown)
  })
})
