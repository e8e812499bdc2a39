import { expect, it } from 'vitest'
import { sampleRun } from './fixtures/sample-run.ts'
import { totalsOf } from './totals.ts'

const cases = sampleRun().filter((event) => event.kind === 'case')

it('counts every planned case once', () => {
  const { holds, violated, noted, deviating, untestable, inapplicable, notRun } = totalsOf(cases, cases.length + 3)
  expect({ holds, violated, noted, deviating, untestable, inapplicable, notRun }).toEqual({
    holds: 9,
    violated: 2,
    noted: 2,
    deviating: 3,
    untestable: 1,
    inapplicable: 1,
    notRun: 3,
  })
})

it('tells warnings apart, counts entries that are out of date, and adds up the effort', () => {
  const { warnings, stale, expired, draws, calls } = totalsOf(cases, cases.length)
  expect({ warnings, stale, expired, draws, calls }).toEqual({
    warnings: 1,
    stale: 1,
    expired: 1,
    draws: 1601,
    calls: 1715,
  })
})

it('counts a stale entry once, however many cases it bears on', () => {
  const stale = cases.filter((event) => event.standing.stale.length > 0)
  expect(totalsOf([...stale, ...stale], 2).stale).toBe(1)
})
