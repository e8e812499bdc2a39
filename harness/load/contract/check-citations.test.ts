import { expect, test } from 'vitest'
import { messagesOf, sound, testMistakes } from '../fixtures/sound-contract.ts'

test('the contract that the mistakes are made in has none', () => {
  expect(messagesOf(sound)).toEqual([])
})

testMistakes({
  'a title of two lines': ['title: invoke answers', 'title: "a\\nb"', '1:8 `"a\\nb"`', 'text, in one line'],
  'no title': ['title: invoke answers\n', '', '1:1 no `title`', '`title`: text'],
  'an unknown key': ['level: must', 'level: must\nexample: {}', '4:1 the unknown key `example`', '`examples`?'],
  'an unknown level': ['must', 'mus', '3:8 `"mus"`', 'did you mean `must`?'],
  'an unknown statement': ['[FM-01]', '[FM-0l]', '2:9 `"FM-0l"`', 'did you mean `FM-01`?'],
  'four statements': ['[FM-01]', '[FM-01, FM-02, FM-03, FM-04]', '2:8 `["FM-01","FM-02"', 'three statements at most'],
  'nothing cited': ['[FM-01]', '[]', '2:8 `cites: []` without `observed`', 'a statement, or `observed: <reason>`'],
  'observed and disputed': [
    'level: must',
    'level: must\nobserved: x\ndisputed: y',
    '5:1 `disputed` beside `observed`',
    'one of the two',
  ],
  'a statement cited twice': ['word: a,', 'word: a, cites: [FM-01],', '5:27 `FM-01` a second time', 'each'],
  'a range that is none': ['level: must', 'level: must\nonly: { sdk: newest }', '4:14 `newest`', 'a range of versions'],
  'a range that ends without a reason': [
    'level: must',
    'level: must\nonly: { sdk: ^1.2.0 }',
    '4:14 `^1.2.0`, a range that ends',
    '`because`',
  ],
  'a row with a range that ends': [
    'word: a,',
    "word: a, only: { sdk: '1.2.0' },",
    '5:32 `1.2.0`, a range that ends',
    '`because`',
  ],
  'a documented contract that states a path': [
    'method: POST',
    'path: /x',
    '22:14 `path`, which no document states',
    '`receives` for what the function got',
  ],
  'an unknown fault': ['sdk/never-sends', 'sdk/never-send', '23:15 `"sdk/never-send"`', '`sdk/never-sends`?'],
  'no fault': ['[sdk/never-sends]', '[]', '23:14 `[]`', 'at least one fault'],
  'a list of faults for several statements': [
    '[FM-01]',
    '[FM-01, FM-02]',
    '23:14 a list, though 2 statements are cited',
    'for each of them the faults that break it',
  ],
  'a statement without its fault': ['[sdk/never-sends]', '{}', '23:1 no faults for `FM-01`', '`FM-01: [fault ids]`'],
  'a fault for a statement that is not cited': [
    '[sdk/never-sends]',
    '{ FM-01: [sdk/never-sends], FM-02: [sdk/never-sends] }',
    '23:42 `FM-02`, which is not cited',
    'did you mean `FM-01`?',
  ],
})

test('all mistakes are told at once', () => {
  const text = sound
    .replace('must', 'mus')
    .replace('h.all', 'h.al')
    .replace('500', '99')
    .replace('- on: alice', '- on: al')
  expect(messagesOf(text)).toEqual([
    'contracts/x.yaml:3:8  `level` of x: seen `"mus"`; wanted did you mean `must`? (one of must, should, may)',
    'contracts/x.yaml:20:24  step 2 of x: seen `99`; wanted a status from 200 to 599',
    expect.stringContaining('x.yaml:13:9  step 1 of x: seen `al`, which is neither a client nor kept'),
    expect.stringContaining('x.yaml:15:20  step 1 of x: seen `${h.al}`, which has no such member'),
  ])
})
