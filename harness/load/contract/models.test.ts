import { expect, test } from 'vitest'
import { checkFingerprint } from '../corpus/check-fingerprint.ts'
import { loaded, messagesOf } from '../fixtures/sound-contract.ts'

const modelled = `title: Whatever was done before, everybody sees what they may
cites: [FM-01]
level: must
given:
  users: { alice: {} }
  clients: { alice: { user: alice } }
model: entities
falsifiedBy: [sdk/never-sends]
`

test('a model stands in the place of steps: it is what is drawn, and says whom it judges and what it writes', () => {
  expect(messagesOf(modelled)).toEqual([])
  expect(loaded(modelled)).toMatchObject({
    model: { name: 'entities', writes: ['Note'] },
    forAll: { history: { kind: 'history', model: 'entities' } },
    steps: [],
    seats: ['backend'],
  })
})

const step = 'steps: [{ call: auth.me }]\n'

test.each<[why: string, text: string, messages: string[]]>([
  [
    'an unknown model',
    modelled.replace('entities', 'entitis'),
    ['7:8 `model` of x: seen `"entitis"`; wanted did you mean `entities`? (one of entities)'],
  ],
  [
    'steps of its own',
    modelled + step,
    ['9:1 `steps` of x: seen `steps` beside `model`; wanted one of the two: a model draws its steps'],
  ],
  [
    'draws of its own',
    `${modelled}forAll: { a: text }\n`,
    ['9:1 `forAll` of x: seen `forAll` beside `model`; wanted one of the two: a model draws its steps'],
  ],
  [
    'rows',
    `${modelled}examples: { a: {} }\n`,
    ['9:1 `examples` of x: seen `examples` beside `model`; wanted one of the two: a model draws its steps'],
  ],
  [
    'neither',
    modelled.replace('model: entities\n', ''),
    ['1:1 `steps` of x: seen no `steps`; wanted `steps`: a list of steps, or `model`: the name of a model'],
  ],
])('%s', (_, text, wanted) => {
  expect(messagesOf(text).map((message) => message.replace('contracts/x.yaml:', '').replace('  ', ' '))).toEqual(wanted)
})

test('a backend without a fault of its own is told, where there are some', () => {
  const [message] = messagesOf(modelled, { faults: ['sdk/never-sends', 'backend/never-deletes'] })
  expect(message).toContain('no fault of a backend')
})

test.each([
  ['x · step look after update · resolves · different · array', undefined],
  ['x · step clear · conduct · timed-out · ', undefined],
  ['x · step 3 · resolves · different · array', '`step 3`'],
  ['x · step look · resolved · different · array', '`resolved`'],
  ['x · step look · resolves · otherwise · array', 'the unknown kind `otherwise`'],
])('a deviation of a model is known by the name of its step: %s', (fingerprint, seen) => {
  expect(checkFingerprint({ fingerprint, contract: loaded(modelled), row: undefined })?.seen).toBe(seen)
})
