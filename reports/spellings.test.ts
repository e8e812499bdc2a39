import { expect, it } from 'vitest'
import { spellingsOf } from './spellings.ts'

it('knows how a secret looks in JSON, URLs, forms and base64', () => {
  const spellings = spellingsOf('a"b/c d')
  for (const spelling of [
    'a"b/c d',
    'a\\"b/c d',
    'a%22b%2Fc%20d',
    'a%22b%2fc%20d',
    'a%22b%2Fc+d',
    'YSJiL2MgZA==',
    'YSJiL2MgZA',
  ]) {
    expect(spellings).toContain(spelling)
  }
})

it('has all of them for a secret that needs no escapes', () => {
  const secret = 'sk-A_1.b-2'
  expect(spellingsOf(secret)).toContain(secret)
  expect(encodeURIComponent(secret)).toBe(secret)
  expect(new URLSearchParams([['', secret]]).toString()).toBe(`=${secret}`)
})

it('survives half a character', () => {
  expect(spellingsOf('secret\ud800')).toContain('secret\\ud800')
})
