import fc from 'fast-check'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import type { Encoded } from '../../model/value.ts'
import { generators } from '../../generators/index.ts'
import { objectFrom } from '../../language/own.ts'
import { toPlain } from '../../language/plain.ts'
import { readSource } from '../../load/yaml/source.ts'
import type { Draft } from './draft.ts'
import { entryText } from './entry-text.ts'

const draft: Draft = {
  contract: 'functions/a-promise',
  versions: ['0.8.40', '0.8.50'],
  fingerprint: 'functions/a-promise · step 1 · resolves.data · different · string',
  witness: {},
  step: 0,
  mismatch: {
    kind: 'different',
    expectation: 'resolves',
    path: ['data'],
    stablePath: ['data'],
    expected: 'a',
    observed: 'b',
    observedClass: 'string',
  },
}

/** What stands in the file, once it has been through a disk. */
function readBack(text: string): Encoded | undefined {
  const { source, problems } = readSource({ file: 'x.yaml', text: Buffer.from(text, 'utf8').toString('utf8') })
  expect(problems).toEqual([])
  return source?.value
}

test.each(Object.values(generators).map(({ name, arbitrary }) => ({ name, arbitrary })))(
  'whatever $name draws is read back as it was',
  ({ arbitrary }) => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        const read = readBack(entryText({ ...draft, witness: { value } }, {}))
        expect(read).toMatchObject({ witness: { value: toPlain(value) } })
      }),
      { numRuns: 60, seed: 1 },
    )
  },
)

test.each<[string, Encoded]>([
  ['a lone surrogate', '\ud800'],
  ['what no editor shows', 'a\u200b\ufeff\u2028\u202e\u0085\u007f\u{e0001}'],
  ['line breaks and tabs', 'a\n\n  b\r\n\tc\n'],
  [
    'what YAML would take for something else',
    ['null', '~', 'yes', '1', '0x1f', '1e3', '- a', '# b', '<<', '{', "'", '"'],
  ],
  [
    'keys that are special somewhere',
    objectFrom([
      ['__proto__', 1],
      ['<<', 2],
      ['', 3],
      ['? a', 4],
      ['\u200b', 5],
    ]),
  ],
  ['a key that is too long for its line', { ['k'.repeat(2000)]: { ['l'.repeat(2000)]: 1 } }],
  ['numbers at the edges', [5e-324, 1.7976931348623157e308, 1e21, 123456789012345680000, -1.5, 0]],
  ['forms', { a: { $value: '-0' }, b: { $file: { name: 'a', type: '', bytes: 'AAECAw==' } }, $$gt: 1 }],
  ['nothing in them', [{}, [], '']],
  ['a long text', 'ab '.repeat(500)],
])('%s is read back as it was', (_, value) => {
  expect(readBack(entryText({ ...draft, witness: { value } }, {}))).toMatchObject({ witness: { value } })
})

test('all but what a person has to say is there, with a comment on that', () => {
  const keeping = { link: 'https://example.org/7', owner: 'Ada', until: '2027-01-01' }
  const text = entryText({ ...draft, row: 'user', witness: { name: 'a' } }, keeping)
  expect(text).toBe(`contract: functions/a-promise
row: user
sdk: 0.8.40 || 0.8.50
fingerprint: functions/a-promise · step 1 · resolves.data · different · string
witness: { name: a }
instead: 'the resolved value at .data is not what was promised: "b"'
# Why it is accepted for now: what causes it, who decided that, what would end it.
reason: ''
# How and when you saw it yourself: the date, the versions, what you ran.
seen: ''
link: https://example.org/7
owner: Ada
until: 2027-01-01
`)
})

test.each<[string, Draft['witness']]>([
  ['none', {}],
  ['a short one', { name: "it's", other: '"', both: `'"`, text: 'a b' }],
  ['a long one', { name: 'a'.repeat(70), list: ['b'.repeat(70), {}], text: 'ab '.repeat(80), unseen: '\u200b\n' }],
])('the formatter leaves the file as it is: %s', async (_, witness) => {
  const text = entryText({ ...draft, witness }, {})
  const options = await resolveConfig(import.meta.filename)
  expect(await format(text, { ...options, parser: 'yaml' })).toBe(text)
})
