import { expect, test } from 'vitest'
import { readAddress } from '../execute/backends/url/read-address.ts'
import { refuseWrites } from './refuse-writes.ts'
import { UsageError } from './usage-error.ts'

const writes = [
  { entity: 'Note', contracts: 3 },
  { entity: 'Order', contracts: 1 },
]

test.each<[what: string, url: string, allowed: string[]]>([
  ['this machine', 'http://localhost:3000', []],
  ['this machine by IPv6', 'http://[::1]:3000', []],
  ['a host that was named', 'https://staging.example.com', ['other.example.com', 'staging.example.com']],
  ['with its port', 'https://staging.example.com:8443/app', ['staging.example.com:8443']],
])('%s: it goes on', (_, url, allowed) => {
  expect(() => refuse([url], allowed)).not.toThrow()
})

test('another host: all that would be written, and how to allow it', () => {
  expect(() => refuse(['https://staging.example.com/app'], [])).toThrow(
    new UsageError(`prepared to judge https://staging.example.com/app: it is not on this machine, and the run would write there:
  creates  records of Note (3 contracts), Order (1 contract), by the test users, each with \`run: r-1\`
  calls    the functions of the fixture app, which hand every request to this machine
  deletes  records of the same entities that carry \`run: r-1\`, and no others
Nothing was sent. If that is what you want, name the host exactly: --allow-writes staging.example.com`),
  )
})

test.each<[what: string, url: string, allowed: string]>([
  ['another port', 'https://staging.example.com:8443', 'staging.example.com'],
  ['a host below', 'https://a.staging.example.com', 'staging.example.com'],
  ['an address', 'https://staging.example.com', 'https://staging.example.com'],
  ['a pattern', 'https://staging.example.com', '*'],
])('%s is not exactly it', (_, url, allowed) => {
  expect(() => refuse([url], [allowed])).toThrow(`Named were: ${allowed}, which is none of them.`)
})

test('of several, those are named that were not', () => {
  const urls = ['http://localhost:1', 'https://a.example', 'https://b.example', 'https://c.example']
  expect(() => refuse(urls, ['b.example'])).toThrow('exactly: --allow-writes a.example --allow-writes c.example')
})

test('where no records are written, calls are listed all the same', () => {
  const backends = [readAddress('https://a.example')]
  expect(() => refuseWrites({ backends, allowed: [], writes: [], runId: 'r' })).toThrow('creates  no records')
})

function refuse(urls: readonly string[], allowed: readonly string[]): void {
  refuseWrites({ backends: urls.map(readAddress), allowed, writes, runId: 'r-1' })
}
