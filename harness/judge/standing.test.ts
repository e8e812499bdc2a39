import { expect, test } from 'vitest'
import type { CaseResult, Violation } from '../model/verdict.ts'
import type { Deviation } from '../model/deviation.ts'
import { place } from './fixtures/samples.ts'
import { standingOf } from './standing.ts'

const today = '2026-11-21'

function deviation(id: string, rest: Partial<Deviation> = {}): Deviation {
  const fingerprint = `way of ${id}`
  return {
    id,
    place,
    contract: 'a/b',
    sdk: '*',
    versions: '*',
    fingerprint,
    witness: {},
    instead: '',
    reason: '',
    seen: '',
    ...rest,
  }
}

function result(fingerprints: readonly string[], witnessed: CaseResult['witnessed']): CaseResult {
  const violations = fingerprints.map((fingerprint) => ({ fingerprint }) as Violation)
  return { verdict: 'violated', runs: 1, violations, witnessed, classes: {}, calls: 1, durationMs: 0 }
}

test('a way of failing that is recorded is known, any other is not', () => {
  const found = result(['way of a', 'another way'], { a: 'way of a' })
  expect(standingOf({ result: found, deviations: [deviation('a')], today })).toEqual({
    known: { 'way of a': 'a' },
    unexpected: ['another way'],
    stale: [],
    expired: [],
  })
})

test('only the witness decides that an entry is stale: it holds, or fails in another way', () => {
  const stale = (witnessed: CaseResult['witnessed']): readonly string[] =>
    standingOf({ result: result([], witnessed), deviations: [deviation('a')], today }).stale
  expect(stale({ a: null })).toEqual(['a'])
  expect(stale({ a: 'another way' })).toEqual(['a'])
  expect(stale({ a: 'way of a' })).toEqual([])
  expect(stale({})).toEqual([])
})

test('an entry expires on the day after its date', () => {
  const deviations = [deviation('a', { until: '2026-11-20' }), deviation('b', { until: today }), deviation('c')]
  expect(standingOf({ result: result([], {}), deviations, today })).toMatchObject({ expired: ['a'], owner: 'suite' })
})
