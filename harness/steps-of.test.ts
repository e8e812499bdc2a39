import { expect, test } from 'vitest'
import { contractOfEntities } from './fixtures/modelled.ts'
import { contractDrawing } from './fixtures/planned.ts'
import { stepsOf, writtenHistory } from './steps-of.ts'

const history = [{ do: 'create', by: 'bob', entity: 'Note', fields: { title: '${mark} $' } }]

test('a contract that writes its steps out has them, whatever is drawn', () => {
  const contract = contractDrawing({})
  expect(stepsOf(contract, { history })).toBe(contract.steps)
  expect(writtenHistory(contract, { history })).toBeUndefined()
})

test('those of a model are steps like any other, named for what they are to their command', () => {
  const steps = stepsOf(contractOfEntities(), { history })
  expect(steps.map(({ named, closing, kind }) => [named, kind, closing === true])).toEqual([
    ['mark', 'call', false],
    ['create', 'call', false],
    ['look after create', 'call', false],
    ['look after create', 'call', false],
    ['hidden look after create', 'http', false],
    ['look after create', 'call', false],
    ['clear', 'call', true],
    ['clear', 'call', true],
    ['clear', 'call', true],
    ['clear', 'call', true],
  ])
  expect(steps[1]).toMatchObject({
    on: 'bob',
    path: 'entities.Note.create',
    // What was drawn is not filled in.
    with: [{ title: '$${mark} $$', run: '${mark}' }],
    expect: { resolves: { $has: { id: { $keep: 'record-1' }, title: '$${mark} $$' } } },
  })
})

test('what a contract would write is told beside what it is', () => {
  const [, created] = writtenHistory(contractOfEntities(), { history }) ?? []
  expect(created).toMatchObject({ of: 'create', step: { on: 'bob', call: 'entities.Note.create' } })
})

test('a model that nobody knows is a mistake of ours', () => {
  const contract = { ...contractOfEntities(), model: { name: 'unknown', writes: [] } }
  expect(() => stepsOf(contract, { history })).toThrow('no model is called unknown')
})
