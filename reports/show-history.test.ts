import { expect, test } from 'vitest'
import { showHistory } from './show-history.ts'

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
