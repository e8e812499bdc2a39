import { expect, test } from 'vitest'
import type { MismatchKind } from '../model/verdict.ts'
import type { Condition } from './conditions/condition.ts'
import { isReportedBy } from './matching.ts'
import type { Script } from './script.ts'

const equal = { kind: 'equal', observed: 'x', expected: '1' } as const
const asked = { kind: 'test', observed: 'x', test: 'x', wanted: 'x' } as const

test.each<[string, Condition, MismatchKind, (string | number)[], boolean]>([
  ['the value itself', { ...equal, path: ['json'] }, 'different', ['json'], true],
  ['a part of a value that is compared whole', { ...equal, path: ['json'] }, 'absent', ['json', 'a', 0], true],
  ['another value', { ...equal, path: ['method'] }, 'different', ['json'], false],
  ['that there is one request, where its body is wrong', { ...asked, path: [] }, 'different', ['json'], false],
  ['that there is one request, where there are two', { ...asked, path: [] }, 'wrong-count', [], true],
  ['its body, where there are two requests', { ...equal, path: ['json'] }, 'wrong-count', [], false],
  ['a class, where the message is wrong', { ...asked, path: [] }, 'different', ['message'], false],
  ['that there is no other key', { ...asked, path: ['data'] }, 'unexpected', ['data', 'more'], true],
  ['a field of a body that is no form', { ...equal, path: ['form', 'a'] }, 'unreadable', ['form'], true],
])('%s', (_, condition, kind, path, reported) => {
  const mismatch = { kind, path, expectation: 'receives' }
  expect(isReportedBy(condition, 'receives', { mismatch, step: 0 } as unknown as Script)).toBe(reported)
  expect(isReportedBy(condition, 'sends', { mismatch, step: 0 } as unknown as Script)).toBe(false)
})
