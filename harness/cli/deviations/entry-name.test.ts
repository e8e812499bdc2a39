import { expect, test } from 'vitest'
import type { Mismatch } from '../../model/verdict.ts'
import type { Draft } from './draft.ts'
import { entryName } from './entry-name.ts'

function draft(mismatch: Partial<Mismatch>, rest: Partial<Draft> = {}): Draft {
  const seen = { kind: 'absent', expectation: 'receives', path: [], stablePath: ['form', 'metaData'] } as const
  return {
    contract: 'functions/a-promise',
    versions: ['0.8.40', '0.8.50'],
    fingerprint: 'f',
    witness: {},
    step: 1,
    mismatch: { ...seen, expected: null, observed: null, observedClass: 'absent', ...mismatch },
    ...rest,
  }
}

test.each<[Draft, string]>([
  [draft({}), 'a-promise-meta-data-absent'],
  [draft({}, { row: 'user' }), 'a-promise-user-meta-data-absent'],
  [draft({ stablePath: [] }), 'a-promise-receives-absent'],
  [draft({ expectation: 'conduct', stablePath: [], kind: 'timed-out' }), 'a-promise-timed-out'],
  [draft({ stablePath: ['headers', 'É/../%00 "x"'] }), 'a-promise-e-00-x-absent'],
  [draft({ stablePath: ['\u{1f600}'] }), 'a-promise-absent'],
])('short, readable and in kebab-case: %#', (one, name) => {
  expect(entryName(one, new Set())).toBe(name)
})

test('says more only where the name is taken, and ends with a number', () => {
  const taken = new Set<string>()
  const next = (): string => {
    const name = entryName(draft({}), taken)
    taken.add(name)
    return name
  }
  expect([next(), next(), next(), next(), next(), next(), next()]).toEqual([
    'a-promise-meta-data-absent',
    'a-promise-receives-form-meta-data-absent',
    'a-promise-receives-form-meta-data-absent-absent',
    'a-promise-receives-form-meta-data-absent-absent-step-2',
    'a-promise-receives-form-meta-data-absent-absent-step-2-0-8-40-0-8-50',
    'a-promise-meta-data-absent-2',
    'a-promise-meta-data-absent-3',
  ])
})

test('is no longer than file systems take', () => {
  const name = entryName(draft({ stablePath: ['x'.repeat(500)] }), new Set())
  expect(name.length).toBeLessThanOrEqual(120)
})
