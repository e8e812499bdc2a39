import fc from 'fast-check'
import type { Generator } from '../model/generator.ts'
import { alternatives } from './parts/alternatives.ts'
import { sizeUpTo } from './parts/size.ts'
import { textClass } from './parts/text-classes.ts'

/** At least this much, so that a token cannot occur in a request by chance where a contract says it must not. */
const shortest = 10
const longest = 6 * 1024

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const base64url = fc.constantFrom(...letters, '-', '_')
const anyOf68 = fc.constantFrom(...letters, ...'-._~+/')

const opaque = fc.string({ unit: base64url, minLength: shortest, maxLength: 24 })

const jwt = fc
  .tuple(fc.nat(999_999), fc.string({ unit: base64url, minLength: 8, maxLength: 16 }))
  .map(([user, signature]) =>
    [encode({ alg: 'HS256', typ: 'JWT' }), encode({ sub: `user-${user}`, exp: 4_102_444_800 }), signature].join('.'),
  )

const withEverySign = fc
  .tuple(fc.string({ unit: anyOf68, minLength: shortest, maxLength: 24 }), fc.constantFrom('', '=', '=='))
  .map(([text, padding]) => `${text}${padding}`)

const endless = Array.from({ length: 2000 }, (_, index) => index).join('.')

/**
 * A bearer token: any `b64token` of RFC 6750 §2.1. Breaks what wants three parts of a JWT, splits at `.` or `=`,
 * decodes or encodes the token, or cuts long ones.
 */
export const token: Generator = {
  name: 'token',
  title: 'A bearer token: like a JWT or opaque, of every sign that is allowed',
  classes: {
    'like a JWT': textClass((text) => /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/.test(text)),
    opaque: textClass((text) => /^[\w-]+$/.test(text)),
    'short (16 characters or fewer)': textClass((text) => text.length <= 16),
    'long (2 KB or more)': textClass((text) => text.length >= 2048),
    ...Object.fromEntries([...'.-_~+/='].map((sign) => [`the sign ${sign}`, textClass((text) => text.includes(sign))])),
  },
  arbitrary: alternatives(
    [6, opaque],
    [6, jwt],
    [5, withEverySign],
    [1, sizeUpTo(longest, shortest).map((length) => endless.slice(0, length))],
  ),
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
