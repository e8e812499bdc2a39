import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { showHistory } from './show-history.ts'
import { visible } from './visible.ts'

const mark = { run: '${mark}' }
const history = [
  { of: 'create', step: { on: 'alice', call: 'entities.Note.create', with: [mark], resolves: { $keep: 'a' } } },
  { of: 'look', step: { on: 'alice', call: 'entities.Note.filter', with: [mark], resolves: [] } },
  { of: 'look', step: { on: 'bob', call: 'entities.Note.filter', with: [mark], resolves: [{ title: 'x\u001B[31m' }] } },
]

test('a history is steps of a contract, with what each is to its command, and the one that failed marked', () => {
  expect(showHistory(history, { width: 100 })).toEqual([
    '# create',
    "- { on: alice, call: entities.Note.create, with: [ { run: '${mark}' } ], resolves: { $keep: a } }",
    '# look',
    "- { on: alice, call: entities.Note.filter, with: [ { run: '${mark}' } ], resolves: [] }",
    '# look ✗ not as promised',
    '- {',
    '    on: bob,',
    '    call: entities.Note.filter,',
    "    with: [ { run: '${mark}' } ],",
    '    resolves: [ { title: "x\\e[31m" } ]',
    '  }',
  ])
})

test('whatever was drawn is read back as it was, and nothing of it is left for a terminal to obey', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\u{e0001}', '\u200B', '\u202E', '\uD800', '\u0085', '#x', ': a', '- b', 'a\nb', "it's", '${a}'),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const step = { call: 'x', with: [text, { title: text }] }
      const printed = showHistory([{ of: 'create', step }], { width: 60 })
      expect(parse(printed.join('\n'))).toEqual([step])
      expect(printed.map(visible)).toEqual(printed)
    }),
    { numRuns: 1000 },
  )
})
