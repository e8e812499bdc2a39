import { expect, test } from 'vitest'
import { call, exchange, place, resolved, seen, verdict } from './fixtures/samples.ts'
import { judgeStep } from './judge-step.ts'

const rejected = {
  outcome: { kind: 'rejected', error: { $error: { class: ['AxiosError', 'Error'], message: 'm', status: 404 } } },
} as const

test('an outcome of another kind is told with its class and status', () => {
  expect(verdict({ resolves: 'a' }, resolved('a'))).toBe('met')
  expect(verdict({ resolves: 'a' }, rejected)).toBe('resolves: wrong-outcome, rejected AxiosError 404')
  expect(verdict({ rejects: { $error: { status: 404 } } }, rejected)).toBe('met')
  expect(verdict({ rejects: { $is: 'anything' } }, resolved('a'))).toBe('rejects: wrong-outcome, resolved')
  expect(verdict({ fails: { $is: 'anything' } }, rejected)).toBe('met')
  expect(verdict({ throws: { $is: 'anything' } }, rejected)).toBe('throws: wrong-outcome, rejected AxiosError 404')
  expect(verdict({ returns: 'a' }, { outcome: { kind: 'returned', value: 'a' } })).toBe('met')
})

test('a status that a draw may have decided is not told', () => {
  const words = 'resolves: wrong-outcome, rejected AxiosError'
  expect(verdict({ resolves: 'a' }, rejected, { status: 404 })).toBe(words)
  expect(verdict({ resolves: 'a' }, rejected, { reply: { status: 404 } })).toBe(words)
})

test('a step without expectation that fails makes the case untestable, alone or among others', () => {
  const words = 'a step that only prepares did not succeed: rejected AxiosError 404'
  expect(verdict({}, rejected)).toBe(`untestable: ${words}`)
  expect(verdict({ sends: [] }, { exchanges: [exchange()], ...rejected })).toBe('sends: wrong-count, 1 requests')
  const step = { kind: 'together', place, expect: {}, steps: [call({}), call({})] } as const
  const observation = seen({ parts: [{ kind: 'resolved', value: null }, rejected.outcome] })
  expect(judgeStep({ step, bindings: {}, observation })).toEqual({ kind: 'untestable', reason: words })
})

test('streams compares the text put together; where a chunk ends is not the business of a contract', () => {
  const streams = ['${a}', 'b']
  expect(verdict({ streams }, { streamed: ['a', 'b'] }, { a: 'a' })).toBe('met')
  expect(verdict({ streams }, { streamed: ['ab'] }, { a: 'a' })).toBe('met')
  expect(verdict({ streams }, { streamed: ['a'] }, { a: 'a' })).toBe('streams: different, array')
  expect(verdict({ streams: [] }, { streamed: ['a'] })).toBe('streams: different, array')
  expect(verdict({ streams: [{ $is: 'string' }] }, { streamed: ['a', 'b'] })).toBe('streams: wrong-count, array')
})

test('notifies is exact: how often, and with which arguments; what is not named is not looked at', () => {
  const notified = {
    heard: [
      [1, 'a'],
      [2, 'b'],
    ],
    other: [[]],
  }
  expect(
    verdict(
      {
        notifies: {
          heard: [
            [1, 'a'],
            [{ $is: 'number' }, 'b'],
          ],
        },
      },
      { notified },
    ),
  ).toBe('met')
  expect(verdict({ notifies: { heard: [[1, 'a']] } }, { notified })).toBe('notifies.heard: wrong-count, 2 calls')
  expect(verdict({ notifies: { heard: [[1, 'a'], [2]] } }, { notified })).toBe('notifies.heard.1: wrong-count, array')
  const both = { one: [['b'], ['a']] }
  expect(verdict({ notifies: { one: { $unordered: [['a'], ['b']] } } }, { notified: both })).toBe('met')
  expect(verdict({ notifies: { one: { $unordered: [['a'], ['a']] } } }, { notified: both })).not.toBe('met')
  expect(verdict({ notifies: { never: [] } }, { notified })).toBe('met')
  expect(verdict({ notifies: { constructor: [] } }, { notified })).toBe('met')
})

test('what $keep binds is there for what is judged later in the same step, and after it', () => {
  const expectations = { resolves: { id: { $keep: 'id' } }, sends: { json: { id: '${id}' } } }
  const exchanges = [exchange({ body: new TextEncoder().encode('{"id":7}') })]
  const observation = seen({ ...resolved({ id: 7 }), exchanges })
  expect(judgeStep({ step: call(expectations), bindings: {}, observation })).toEqual({ kind: 'met', kept: { id: 7 } })
  expect(verdict(expectations, { ...resolved({ id: 8 }), exchanges })).toBe('sends.json.id: different, number')
})

test('conduct is judged first: death, then an escape, then a hang, then what nobody caught', () => {
  const crashed = { outcome: { kind: 'crashed', how: 'exit', detail: '' } } as const
  const hung = { outcome: { kind: 'timed-out', limitMs: 1 } } as const
  const escapes = [{ through: 'dns', target: 'example.com' }] as const
  const uncaught = [{ $error: { class: ['TypeError', 'Error'], message: 'm' } }]
  expect(verdict({}, { ...crashed, escapes, uncaught })).toBe('conduct: crashed, exit')
  expect(verdict({}, { ...hung, escapes, uncaught })).toBe('conduct: escaped, dns')
  expect(verdict({}, { ...hung, uncaught })).toBe('conduct: timed-out, pending')
  expect(verdict({ resolves: 'other' }, { ...resolved('a'), uncaught })).toBe('conduct: uncaught, TypeError')
})
