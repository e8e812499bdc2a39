import { expect, it } from 'vitest'
import { classOf, isRed } from './classify.ts'
import { caseEvent, violation } from './fixtures/events.ts'

const violated = { violations: [violation({ fingerprint: 'f' })] }
const observed = { kind: 'observed', reason: 'seen' } as const
const disputed = { kind: 'disputed', reason: 'two readings' } as const

it.each([
  ['holds', caseEvent()],
  ['untestable', caseEvent({ result: { verdict: 'untestable' } })],
  ['inapplicable', caseEvent({ result: { verdict: 'inapplicable' } })],
  ['violated', caseEvent({ result: violated })],
  ['warning', caseEvent({ result: violated, contract: { level: 'should' } })],
  ['noted', caseEvent({ result: violated, contract: { level: 'may' } })],
  ['noted', caseEvent({ result: violated, contract: { provenance: observed } })],
  ['noted', caseEvent({ result: violated, contract: { provenance: disputed, level: 'should' } })],
  ['deviating', caseEvent({ result: violated, standing: { known: { f: 'd' }, unexpected: [] } })],
])('takes a case for %s', (kind, event) => {
  expect(classOf(event)).toBe(kind)
})

it('is red for what is violated or untestable, and for warnings where it is strict', () => {
  expect(isRed('violated', { strict: false })).toBe(true)
  expect(isRed('untestable', { strict: false })).toBe(true)
  expect(isRed('warning', { strict: false })).toBe(false)
  expect(isRed('warning', { strict: true })).toBe(true)
  expect(isRed('noted', { strict: true })).toBe(false)
  expect(isRed('deviating', { strict: true })).toBe(false)
})
