import { expect, test } from 'vitest'
import { chooseVersions } from './choose-versions.ts'
import type { Published } from './registry.ts'

const published: Published = {
  name: '@base44/sdk',
  versions: ['0.7.8', '0.8.3', '0.8.20', '0.8.50', '0.9.0-beta.1', '0.9.0-beta.2'],
  tags: { latest: '0.8.50', next: '0.9.0-beta.2' },
}

test.each([
  ['>=0.8.3', ['0.8.3', '0.8.20', '0.8.50']],
  ['0.8.x', ['0.8.3', '0.8.20', '0.8.50']],
  ['~0.8.20', ['0.8.20', '0.8.50']],
  ['^0.7.0', ['0.7.8']],
  ['0.7.8 - 0.8.20', ['0.7.8', '0.8.3', '0.8.20']],
  ['0.8.3 || 0.8.50', ['0.8.3', '0.8.50']],
  ['*', ['0.7.8', '0.8.3', '0.8.20', '0.8.50']],
  ['>=0.9.0-beta.1', ['0.9.0-beta.1', '0.9.0-beta.2']],
  ['latest', ['0.8.50']],
  ['next', ['0.9.0-beta.2']],
])('%s', (wanted, versions) => expect(chooseVersions(wanted, published)).toEqual(versions))

test.each([
  ['>=2', 'none of the 6 published ones does. The newest are 0.8.50, 0.8.20, 0.8.3, 0.7.8.'],
  ['>=0.9', 'none of the 6 published ones does. Pre-releases are judged where they are named: 0.9.0-beta.2, 0.9.0-'],
  ['lates', "it is no version (0.8.50), no range ('0.8.x'), no tag (latest, next) and no file or folder"],
  ['toString', 'no tag (latest, next)'],
])('%s matches nothing', (wanted, said) => expect(() => chooseVersions(wanted, published)).toThrow(said))
