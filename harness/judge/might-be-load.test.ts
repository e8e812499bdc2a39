import { expect, test } from 'vitest'
import type { Contract, Step } from '../model/contract.ts'
import type { CaseResult, Mismatch } from '../model/verdict.ts'
import { mightBeLoad } from './might-be-load.ts'

function doubted(mismatch: Partial<Mismatch>, kind: Step['kind'] = 'call'): boolean {
  const result = { violations: [{ mismatch }] } as unknown as CaseResult
  return mightBeLoad(result, { steps: [{ kind }] } as unknown as Contract)
}

test.each<[string, Partial<Mismatch>, Step['kind'], boolean]>([
  ['a hang', { kind: 'timed-out', expectation: 'conduct' }, 'call', true],
  ['a thread that is blocked', { kind: 'crashed', observedClass: 'blocked', expectation: 'conduct' }, 'call', true],
  ['a thread that ended', { kind: 'crashed', observedClass: 'exit', expectation: 'conduct' }, 'call', false],
  ['callbacks in another order', { kind: 'different', expectation: 'notifies' }, 'call', true],
  ['a callback that was not called', { kind: 'wrong-count', expectation: 'notifies' }, 'call', false],
  ['a stream in other pieces', { kind: 'different', expectation: 'streams' }, 'call', true],
  ['another value', { kind: 'different', expectation: 'resolves' }, 'call', false],
  ['another value among calls that overlap', { kind: 'different', expectation: 'resolves' }, 'together', true],
  ['a request too few among calls that overlap', { kind: 'wrong-count', expectation: 'sends' }, 'together', false],
])('%s', (_, mismatch, kind, load) => {
  expect(doubted(mismatch, kind)).toBe(load)
})

test('what holds is not doubted', () => {
  expect(mightBeLoad({ violations: [] } as unknown as CaseResult, { steps: [] } as unknown as Contract)).toBe(false)
})
