import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messagesOf } from '../../harness/load/fixtures/sound-contract.ts'
import { readSource } from '../../harness/load/yaml/source.ts'
import type { HistoryModel } from '../../harness/model/history-model.ts'
import type { Given } from '../../harness/model/world.ts'
import { showHistory } from '../../reports/show-history.ts'
import { models } from './index.ts'

const given: Given = {
  users: { alice: {}, bob: {}, ada: { role: 'admin' } },
  clients: {
    first: { user: 'alice' },
    second: { user: 'bob' },
    third: {},
    boss: { user: 'ada' },
    keeper: { user: 'alice', service: true },
  },
  entities: {},
  secrets: {},
  functions: {},
}
const head = `title: A history
cites: [FM-01]
level: must
given:
  users: { alice: {}, bob: {}, ada: { role: admin } }
  clients: { first: { user: alice }, second: { user: bob }, third: {}, boss: { user: ada }, keeper: { user: alice, service: true } }
falsifiedBy: [sdk/never-sends]
steps:
`
const wire = ['entities', 'authorization', 'scheme', 'app']
const each = Object.values(models).map((model): [string, HistoryModel] => [model.name, model])

test.each(each)('what is printed of a history of %s is a contract, with the very steps that are judged', (_, model) => {
  fc.assert(
    fc.property(model.histories(given), (history) => {
      const steps = model.stepsOf(history, given)
      const text = head + showHistory(steps, { width: 100 }).join('\n')
      const { source } = readSource({ file: 'contracts/x.yaml', text })
      expect(source?.value).toMatchObject({ steps: steps.map(({ step }) => step) })
      // Small as it is, a history may hold a refusal and not what would show that it could have been otherwise.
      const wrong = messagesOf(text, { wire }).filter((message) => !message.includes('wanted a control'))
      expect(wrong).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test.each(each)('a history of %s comes to the same steps each time, the last of which clear away', (_, model) => {
  fc.assert(
    fc.property(model.histories(given), (history) => {
      const steps = model.stepsOf(history, given)
      expect(model.stepsOf(structuredClone(history), given)).toEqual(steps)
      const closing = steps.map((step) => step.closing === true)
      expect(closing.lastIndexOf(false)).toBeLessThan(closing.indexOf(true))
    }),
    { numRuns: 50 },
  )
})

test.each(each)('the names of the steps of %s hold nothing that was drawn', (_, model) => {
  const names = new Set(
    fc.sample(model.histories(given), { seed: 1, numRuns: 500 }).flatMap((history) => {
      return model.stepsOf(history, given).map(({ of }) => of)
    }),
  )
  expect([...names].filter((name) => / · |\d|alice|bob|ada|first|second|third|boss|keeper/.test(name))).toEqual([])
  expect(names.size).toBeLessThan(40)
})

test.each(each)('%s meets each of its classes within 1,000 draws, and rarely none', (_, model) => {
  const drawn = fc.sample(model.histories(given), { seed: 1, numRuns: 1000 })
  for (const [title, holds] of Object.entries(model.classes)) {
    const met = drawn.filter((history) => holds(history)).length
    expect([title, met > 100 && met < 1000]).toEqual([title, true])
  }
})

test('models are named as they are listed, each in one sentence', () => {
  for (const [name, model] of Object.entries(models)) {
    expect(model.name).toBe(name)
    expect(model.title).toMatch(/^[A-Z][^.]+$/)
  }
})
