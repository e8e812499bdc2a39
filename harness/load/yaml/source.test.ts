import { expect, test } from 'vitest'
import { testMistakes } from '../fixtures/sound-contract.ts'
import { readSource } from './source.ts'

testMistakes({
  'an implicit null': [
    'resolves: { $has',
    'answers:\n    resolves: { $has',
    '16:5 nothing behind `answers`',
    'a value; `null` where null is meant',
  ],
  'an implicit null in a flow': ['word: a,', 'word: a, x,', '5:19 nothing behind `x`', '`null` where null is meant'],
  'a tag': ['word: a', 'word: !!str a', '5:22 the tag', 'the value without a tag'],
  'a tag of its own': ['word: a', 'word: !file a', '5:22 the tag `!file`', 'the value without a tag'],
  'an anchor': ['word: a', 'word: &x a', '5:19 the anchor `&x`', 'the value without an anchor'],
  'a merge key': ['word: a', 'word: a, <<: 1', '5:19 the merge key `<<`', 'the keys themselves'],
  'an integer that loses precision': [
    'args: [1]',
    'args: [9007199254740993]',
    '5:26 `9007199254740993`',
    'an integer that a number can hold',
  ],
  'a number that JSON lacks': ['args: [1]', 'args: [.nan]', '5:26 `.nan`', '{ $value: NaN }'],
  'a key twice': ['level: must', 'level: must\nlevel: may', '4:1 a key that stands in this object already', 'once'],
  'a second document': [
    'falsifiedBy: [sdk/never-sends]\n',
    'falsifiedBy: [sdk/never-sends]\n---\na: 1\n',
    '24:1 a second document',
    'one document a file',
  ],
  'no YAML': ['cites: [FM-01]', 'cites: [FM-01', '3:1 no valid YAML', 'YAML 1.2'],
})

test('an alias is told where it stands', () => {
  const { problems } = readSource({ file: 'x.yaml', text: 'a: &x 1\nb: *x\n' })
  expect(problems.map(({ place, seen }) => `${place.line}:${place.column} ${seen}`)).toEqual([
    '1:7 the anchor `&x`',
    '2:4 the alias `*x`',
  ])
})

test('every key is an own property, and every value is plain', () => {
  const text = '{ __proto__: { a: 1 }, constructor: [~, true], 1: "01", $value: -0, "<<": x, n: 9007199254740992 }'
  const { source, problems } = readSource({ file: 'x.yaml', text })
  expect(problems).toEqual([])
  const entries = Object.entries(source?.value as object)
  expect(entries).toContainEqual(['__proto__', { a: 1 }])
  expect(JSON.stringify(source?.value)).toBe(
    '{"1":"01","__proto__":{"a":1},"constructor":[null,true],"$value":"-0","<<":"x","n":9007199254740992}',
  )
})

test('an empty file is told', () => {
  expect(readSource({ file: 'x.yaml', text: '# nothing\n' }).problems).toMatchObject([{ seen: 'an empty file' }])
})
