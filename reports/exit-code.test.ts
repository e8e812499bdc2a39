import { expect, it } from 'vitest'
import { exitCodeOf } from './exit-code.ts'
import { totalsOf } from './totals.ts'

const nothing = totalsOf([], 0)
const lenient = { strict: false }

it.each([
  [{}, 0],
  [{ holds: 3, deviating: 2, noted: 4, inapplicable: 1 }, 0],
  [{ violated: 1 }, 1],
  [{ untestable: 1 }, 1],
  [{ notRun: 1 }, 1],
  [{ stale: 1 }, 3],
  [{ expired: 1 }, 3],
  [{ violated: 1, stale: 1 }, 1],
])('is for %j', (over, code) => {
  expect(exitCodeOf({ ...nothing, ...over }, lenient)).toBe(code)
})

it('is red for warnings where it is strict, not for what is only noted', () => {
  expect(exitCodeOf({ ...nothing, noted: 2, warnings: 1 }, lenient)).toBe(0)
  expect(exitCodeOf({ ...nothing, noted: 2, warnings: 1 }, { strict: true })).toBe(1)
  expect(exitCodeOf({ ...nothing, noted: 2, warnings: 0 }, { strict: true })).toBe(0)
})
