import { expect, it } from 'vitest'
import { bytes } from './fixtures/events.ts'
import { rewriteBytes } from './rewrite-bytes.ts'

const rename = (text: string): string => text.replaceAll('secret', '‹x›')

it('rewrites text', () => {
  expect(rewriteBytes(bytes('a secret é'), rename)).toEqual(bytes('a ‹x› é'))
})

it('rewrites text among bytes that are none, and leaves those as they are', () => {
  const around = (inner: string): Uint8Array => new Uint8Array([0xff, 0x80, ...bytes(inner), 0xfe])
  expect(rewriteBytes(around('secret'), rename)).toEqual(around('‹x›'))
})

it('gives back the very same bytes where there is nothing to do, a byte order mark included', () => {
  const untouched = new Uint8Array([0xef, 0xbb, 0xbf, 65])
  expect(rewriteBytes(untouched, rename)).toBe(untouched)
  expect(rewriteBytes(bytes('\ufeffsecret'), rename)).toEqual(bytes('\ufeff‹x›'))
})
