import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf } from './address-of.ts'

const own = 'http://127.0.0.1:4400'

test.each([
  ['localhost:4400', 'http://localhost:4400'],
  ['127.0.0.1:5000', 'http://127.0.0.1:5000'],
  ['[::1]:80', 'http://[::1]:80'],
  ['stage', own],
  ['example.com', own],
  ['localhost.example.com', own],
  ['127.0.0.1@example.com', own],
  ['127.0.0.1:80/x', own],
  [undefined, own],
])('of host %s', (host, address) => {
  expect(addressOf({ headers: { host } } as IncomingMessage, own)).toBe(address)
})
