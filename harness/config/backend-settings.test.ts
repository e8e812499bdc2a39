import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { asData, sourceOf } from './as-data.ts'
import { backendSettings } from './backend-settings.ts'
import type { Config } from './config.ts'
import { projectOf, type Project } from './project.ts'

const mine = { appId: 'app-1', users: { admin: [{ token: 't' }] }, rate: 5 }
const byAddress: Config = { backends: { 'http://localhost:3000': mine, 'https://a.example/x/': { ca: 'ca.pem' } } }
const list: Config = { backends: [{ url: 'http://localhost:3000/', ...mine }] }

test.each<[what: string, config: Config, spec: string, settings: unknown]>([
  ['by its address', byAddress, 'http://localhost:3000', mine],
  ['with a slash at its end', byAddress, 'http://LOCALHOST:3000/', mine],
  ['with the usual port', byAddress, 'https://a.example:443/x', { ca: resolve('/project', 'ca.pem') }],
  ['in a list', list, 'http://localhost:3000', mine],
  ['another port', byAddress, 'http://localhost:3001', undefined],
  ['another prefix', byAddress, 'https://a.example', undefined],
  ['nothing said', {}, 'http://localhost:3000', undefined],
])('%s', (_, config, spec, settings) => {
  expect(backendSettings(projectWith(config), spec)).toEqual(settings)
})

test('without a configuration there is nothing', () => {
  expect(backendSettings(undefined, 'http://localhost:3000')).toBeUndefined()
})

test.each<[what: string, backends: unknown, message: string]>([
  ['a wrong key', { 'http://x': { appID: 'a' } }, 'did you mean `appId`?'],
  ['a wrong rate', { 'http://x': { rate: 0 } }, 'more than 0 requests a second'],
  ['a key that is no text', { 'http://x': { key: ['sesame'] } }, 'seen another kind of value in `key`; wanted text'],
  [
    'a password that is no text',
    [{ url: 'x', users: { a: [{ password: { sesame: 1 } }] } }],
    'seen another kind of value in `password`; wanted text',
  ],
  ['a wrong user', { 'http://x': { users: { admin: [{ pasword: 'sesame' }] } } }, 'did you mean `password`?'],
  ['a list without addresses', [{ appId: 'a' }], '`url`'],
  ['neither', 'http://x', 'backends'],
])('%s is said', (_, backends, message) => {
  const read = (): unknown => projectWith({ backends } as Config)
  expect(read).toThrow(message)
  expect(read).not.toThrow('sesame')
})

function projectWith(config: Config): Project {
  return projectOf({ source: sourceOf(asData(config), 'base44-conformance.config.json'), folder: '/project' })
}
