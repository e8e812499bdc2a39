import { describe, expect, it } from 'vitest'
import { hostile } from '../../fixtures/hostile.ts'
import { code, fenced, prose, table } from './inert.ts'

describe('prose', () => {
  it.each([
    ['plain text, with a dot. And a number 12', 'plain text, with a dot. And a number 12'],
    ['a *b* _c_ `d` [e](f) ~~g~~ $h$ a|b \\', 'a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\~\\~g\\~\\~ \\$h\\$ a\\|b \\\\'],
    ['<script>&lt;', '&lt;script&gt;&amp;lt;'],
    ['@octocat @base44/sdk', '@<!-- -->octocat @<!-- -->base44/sdk'],
    ['#123 org/repo#9 GH-7', '#<!-- -->123 org/repo#<!-- -->9 GH<!-- -->-7'],
    ['https://a.b www.a.b', 'https:<!-- -->//a.b www<!-- -->.a.b'],
    [':tada: a: b', ':<!-- -->tada: a: b'],
    ['0a1b2c3d 1234567', '`0a1b2c3d` 1234567'],
    ['one\n# two\u202e\u001b[2J', 'one\\\\n# two\\\\u202e\\\\x1b\\[2J'],
  ])('%j is shown as it is', (text, markdown) => {
    expect(prose(text)).toBe(markdown)
  })
})

describe('code', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['', ''],
    [' ', ''],
    ['a\nb', '`a\\nb`'],
  ])('%j', (text, markdown) => expect(code(text)).toBe(markdown))

  it('in a table it ends no cell', () => {
    expect(table(['a'], [[code('x | y')]])).toEqual(['| a |', '| --- |', '| `x \\| y` |'])
  })
})

it.each([3, 4, 10])('a fence is longer than any of %d backticks in it', (ticks) => {
  const lines = fenced(['`'.repeat(ticks)], 'http')
  expect(lines).toEqual([`${'`'.repeat(ticks + 1)}http`, '`'.repeat(ticks), '`'.repeat(ticks + 1)])
})

it.each(Object.entries(hostile))('nothing hostile is left raw in a line: %s', (_, text) => {
  for (const line of [prose(text), code(text)]) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
  expect(prose(text).replaceAll('<!-- -->', '')).not.toMatch(/[<>]|(?<!\\)[|*[\]$]/)
})
