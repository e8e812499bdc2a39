import { expect, test } from 'vitest'
import { planned } from '../fixtures/planned.ts'
import { judgeLoadFailure } from './judge-load-failure.ts'

test.each([
  ['sdk', { verdict: 'violated', owner: 'sdk', violations: [{ replay: 'a/b@-' }] }],
  ['environment', { verdict: 'untestable', owner: 'environment', reason: 'no', violations: [] }],
] as const)('what keeps cases from being judged lies with the %s', (owner, result) => {
  expect(judgeLoadFailure({ planned: planned({}), message: 'no', owner, replay: 'a/b@-' })).toMatchObject(result)
})
