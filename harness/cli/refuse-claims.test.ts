import { expect, test } from 'vitest'
import { refuseClaims } from './refuse-claims.ts'

const suites = [
  { name: 'functions', title: '', seat: 'backend', contracts: ['**'], profile: true },
  { name: 'backend', title: '', seat: 'backend', contracts: ['**'] },
] as const

test('a claim names a profile', () => {
  expect(() => refuseClaims({ id: 'b', claims: ['functions'] }, suites)).not.toThrow()
  expect(() => refuseClaims({ id: 'b' }, suites)).not.toThrow()
})

test.each([
  ['function', 'read what b claims: "function" is no profile. Did you mean functions? Profiles: functions.'],
  ['backend', 'read what b claims: "backend" is no profile. Profiles: functions.'],
])('%s is refused, with what there is', (claim, message) => {
  expect(() => refuseClaims({ id: 'b', claims: ['functions', claim] }, suites)).toThrow(message)
})
