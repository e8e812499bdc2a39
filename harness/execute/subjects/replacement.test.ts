import { expect, test } from 'vitest'
import { publishedReplacement, readReplacements } from './replacement.ts'

test.each([
  ['axios@1.6.2', { name: 'axios', wanted: '1.6.2' }],
  ['@scope/name@^2.0.0', { name: '@scope/name', wanted: '^2.0.0' }],
  ['axios@latest', { name: 'axios', wanted: 'latest' }],
])('--with %s', (text, wanted) => expect(readReplacements([text])).toEqual([wanted]))

test.each(['axios', '@scope/name', 'axios@', '../axios@1.0.0', 'axios@file:../axios', 'axios@https://example.com', ''])(
  '--with "%s" is no package and version',
  (text) => expect(() => readReplacements([text])).toThrow('a package and its version are wanted, as axios@1.6.2.'),
)

test('one package in two versions would be two subjects', () => {
  expect(() => readReplacements(['axios@1.6.2', 'axios@1.7.0'])).toThrow(
    'read --with axios@1.6.2 --with axios@1.7.0: axios is named twice, and an SDK finds one. Run once for each.',
  )
})

const npm = async (): Promise<string> =>
  JSON.stringify({ versions: ['1.6.2', '1.10.0', '1.9.0', '2.0.0-rc.1'], 'dist-tags': { latest: '1.10.0' } })

test.each([
  ['1.6.2', '1.6.2'],
  ['^1.6.0', '1.10.0'],
  ['latest', '1.10.0'],
])('%s is %s', async (wanted, version) => {
  const replacement = await publishedReplacement({ wanted: { name: 'axios', wanted }, npm, cwd: '' })
  expect(replacement).toEqual({ name: 'axios', version })
})

test.each(['99.0.0', '>=3', 'lates'])('%s is not published', async (wanted) => {
  await expect(publishedReplacement({ wanted: { name: 'axios', wanted }, npm, cwd: '' })).rejects.toThrow(
    `looked for axios@${wanted} (--with): no such version is published. The newest are 1.10.0, 1.9.0, 1.6.2.`,
  )
})
