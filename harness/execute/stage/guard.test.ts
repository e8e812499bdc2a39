import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { isLoopback } from '../is-loopback.ts'

type Told = Readonly<Record<string, { readonly outcome: string; readonly noted: readonly string[] }>>
let told: Told
beforeAll(async () => {
  const probe = fileURLToPath(new URL('./fixtures/probe.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [probe])
  told = JSON.parse(stdout) as Told
}, 30_000)

test.each([
  ['net.connect', 'net example.invalid:80'],
  ['net.connect with options', 'net 192.0.2.1:80'],
  ['tls.connect', 'tls example.invalid:443'],
  ['fetch', 'net example.invalid:80'],
  ['fetch https', 'tls example.invalid:443'],
  ['http.get', 'net example.invalid:80'],
  ['dgram send', 'dgram 192.0.2.1'],
  ['dgram connect', 'dgram 192.0.2.1'],
  ['dns.lookup', 'dns example.invalid'],
  ['dns.promises.resolve4', 'dns example.invalid'],
  ['resolve4 from node:dns/promises', 'dns example.invalid'],
  ['new dns.Resolver', 'dns example.invalid'],
  ['new dns.promises.Resolver', 'dns example.invalid'],
])('%s to another host is refused as a network would, and noted once', (way, noted) => {
  expect(told[way]?.noted).toEqual([noted])
  expect(told[way]?.outcome).toBe(`ENETUNREACH base44-conformance let nothing through to the network: ${noted}`)
})

test.each([
  ['loopback 127.0.0.1', 'reached'],
  ['loopback localhost', 'reached'],
  ['loopback ::1', 'reached'],
  ['loopback net.connect', 'connected'],
  ['loopback dgram', 'done'],
  ['loopback dns', 'done'],
])('%s passes', (way, outcome) => {
  expect(told[way]).toEqual({ outcome, noted: [] })
})

test('loopback is 127.0.0.0/8, ::1 and localhost, however it is written', () => {
  for (const host of ['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'LOCALHOST', 'a.localhost', '::ffff:127.0.0.1'])
    expect(isLoopback(host), host).toBe(true)
  for (const host of [
    '127.0.0.1.example.com',
    'localhost.example.com',
    '128.0.0.1',
    '::2',
    '',
    '1270.0.0.1',
    '0.0.0.0',
  ])
    expect(isLoopback(host), host).toBe(false)
})
