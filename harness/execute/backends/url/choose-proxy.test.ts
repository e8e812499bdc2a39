import { expect, test } from 'vitest'
import { chooseProxy } from './choose-proxy.ts'
import { readAddress } from './read-address.ts'

const both = { HTTPS_PROXY: 'http://secure:1', HTTP_PROXY: 'http://plain:2' }

test.each<[what: string, url: string, environment: NodeJS.ProcessEnv, proxy: string | undefined]>([
  ['none', 'https://a.example', {}, undefined],
  ['of https', 'https://a.example', both, 'http://secure:1'],
  ['of http', 'http://a.example', both, 'http://plain:2'],
  ['in small letters first', 'https://a.example', { ...both, https_proxy: 'other:3' }, 'http://other:3'],
  ['an empty one', 'https://a.example', { HTTPS_PROXY: '' }, undefined],
  ['never for this machine', 'http://localhost:1', both, undefined],
  ['not for a host that is exempt', 'https://a.example', { ...both, NO_PROXY: 'x, a.example' }, undefined],
  ['not below it', 'https://b.a.example:8443', { ...both, no_proxy: '.a.example' }, undefined],
  ['but beside it', 'https://ba.example', { ...both, NO_PROXY: 'a.example' }, 'http://secure:1'],
  ['not for anything', 'https://a.example', { ...both, NO_PROXY: '*' }, undefined],
])('of the environment: %s', (_, url, environment, proxy) => {
  expect(chooseProxy({ address: readAddress(url), configured: undefined, environment })).toBe(proxy)
})

test('the configuration wins, also for this machine', () => {
  const choose = (url: string, configured: string): unknown =>
    chooseProxy({ address: readAddress(url), configured, environment: both })
  expect(choose('http://a.example', 'http://mine:8080')).toBe('http://mine:8080')
  expect(choose('http://localhost:1', 'http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080')
  expect(() => choose('http://localhost:1', 'http://mine:8080')).toThrow(
    'look for http://localhost:1 on its own machine',
  )
})

test.each(['https://me:sesame@proxy', 'socks5://proxy', 'http://proxy/path?sesame', '::'])(
  '%s is none that is known, and is not repeated',
  (configured) => {
    const choose = (): unknown => chooseProxy({ address: readAddress('http://a'), configured, environment: {} })
    expect(choose).toThrow('read the proxy in `proxy` of the configuration: it is none that is known here.')
    expect(choose).not.toThrow('sesame')
  },
)
