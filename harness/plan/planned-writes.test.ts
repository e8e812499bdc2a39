import { expect, test } from 'vitest'
import type { Contract } from '../model/contract.ts'
import { plannedWrites } from './planned-writes.ts'

test('what is seeded, what steps change, also inside of others; reading is no writing', () => {
  const contracts = [
    contract({ Note: { alice: [{}] }, Order: { alice: [] } }, ['entities.Note.list', 'functions.invoke']),
    contract({}, ['asServiceRole.entities.Note.create', 'entities.Note.update', 'entities.Task.get']),
    contract({}, [['entities.Zebra.deleteMany', 'auth.me']]),
  ]
  expect(plannedWrites(contracts)).toEqual([
    { entity: 'Note', contracts: 2 },
    { entity: 'Order', contracts: 1 },
    { entity: 'Zebra', contracts: 1 },
  ])
})

test('a model says itself what its histories write', () => {
  const modelled = { ...contract({}, []), model: { name: 'entities', writes: ['Note', 'Task'] } }
  expect(plannedWrites([modelled])).toEqual([
    { entity: 'Note', contracts: 1 },
    { entity: 'Task', contracts: 1 },
  ])
})

test('contracts about functions alone write nothing', () => {
  expect(plannedWrites([contract({}, ['functions.invoke', 'auth.me', 'entities.Note.filter'])])).toEqual([])
})

type Paths = readonly (string | Paths)[]

function contract(entities: object, paths: Paths): Contract {
  return { given: { entities }, steps: stepsOf(paths) } as unknown as Contract
}

function stepsOf(paths: Paths): unknown[] {
  return paths.map((path) => (typeof path === 'string' ? { kind: 'call', path } : { steps: stepsOf(path) }))
}
