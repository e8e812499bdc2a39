import { expect, it } from 'vitest'
import { bytes, exchange, mismatch, violation } from './fixtures/events.ts'
import { rewriteExchange, rewriteValue, rewriteViolation } from './rewrite.ts'

const text = (from: string): string => from.replaceAll('old', 'newer')

it('reaches every text of an exchange', () => {
  const old = exchange({
    client: 'old',
    request: {
      method: 'old',
      origin: 'old',
      target: '/old',
      headers: [['x-old', 'old']],
      body: bytes('old'),
      form: [['old', { $file: { name: 'old', type: 'old', bytes: bytes('old') } }]],
    },
    response: { headers: [['old', 'old']], body: bytes('old') },
    received: { function: 'old', subPath: ['old'] },
  })
  expect(JSON.stringify(rewriteExchange(old, { text }))).not.toContain('old')
})

it('keeps a content-length true that was true', () => {
  const sent = (length: string) => exchange({ request: { headers: [['Content-Length', length]], body: bytes('old') } })
  expect(rewriteExchange(sent('3'), { text }).request.headers).toEqual([['Content-Length', '5']])
  expect(rewriteExchange(sent('7'), { text }).request.headers).toEqual([['Content-Length', '7']])
})

it('reaches keys, nested values, bytes, and base64 in forms that say so', () => {
  const value = { old: ['old', { $bytes: Buffer.from('old').toString('base64') }], bytes: bytes('old') }
  expect(rewriteValue(value, { text })).toEqual({
    newer: ['newer', { $bytes: Buffer.from('newer').toString('base64') }],
    bytes: bytes('newer'),
  })
})

it('knows headers by their name: behind a key, in pairs, repeated, below a path', () => {
  const header = (name: string, value: string): string => (name === 'cookie' ? '!' : value)
  const rewriter = { text: (from: string) => from, header }
  expect(rewriteValue({ cookie: 'a', other: 'b' }, rewriter)).toEqual({ cookie: '!', other: 'b' })
  expect(rewriteValue({ cookie: ['a', 'b'] }, rewriter)).toEqual({ cookie: ['!', '!'] })
  expect(
    rewriteValue(
      [
        ['cookie', 'a'],
        ['other', 'b'],
      ],
      rewriter,
    ),
  ).toEqual([
    ['cookie', '!'],
    ['other', 'b'],
  ])
  const seen = violation({ mismatch: mismatch({ path: ['headers', 'cookie', 0], observed: 'a' }) })
  expect(rewriteViolation(seen, rewriter).mismatch.observed).toBe('!')
})
