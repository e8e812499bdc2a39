import { expect, test } from 'vitest'
import type { Deviation } from '../../model/deviation.ts'
import { expiry } from './expiry.ts'

const now = new Date('2026-11-21T23:59:59Z')

test.each<[string | undefined, 'expired' | 'soon' | undefined]>([
  [undefined, undefined],
  ['2026-11-20', 'expired'],
  ['2026-11-21', 'soon'],
  ['2026-12-05', 'soon'],
  ['2026-12-06', undefined],
])('an entry until %s is %s', (until, expected) => {
  const entry = { id: 'd', place: { file: 'd.yaml', line: 1, column: 1 }, owner: 'Ada', ...(until && { until }) }
  const said = expiry([entry as Deviation], now)
  expect({ expired: said.expired.length, soon: said.soon.length }).toEqual({
    expired: expected === 'expired' ? 1 : 0,
    soon: expected === 'soon' ? 1 : 0,
  })
  if (expected !== undefined) expect(said[expected][0]).toContain(`owner Ada, until ${until}`)
})
