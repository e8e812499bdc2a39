import { expect, test } from 'vitest'
import type { TogetherStep } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { SocketFrame } from '../model/frame.ts'
import type { Template } from '../model/value.ts'
import { call, exchange, place, seen, verdict } from './fixtures/samples.ts'
import { judgeStep } from './judge-step.ts'

const get = exchange({ method: 'GET' })
const post = exchange({ method: 'POST' })
const outside = exchange({ method: 'PUT', target: '/elsewhere' }, { received: undefined as never })

test('sends is closed and in order', () => {
  const exchanges = [get, post]
  expect(verdict({ sends: [{ method: 'GET' }, { method: 'POST' }] }, { exchanges })).toBe('met')
  expect(verdict({ sends: [{ method: 'POST' }, { method: 'GET' }] }, { exchanges })).toBe(
    'sends.0.method: different, string',
  )
  expect(verdict({ sends: { method: 'GET' } }, { exchanges })).toBe('sends: wrong-count, 2 requests')
  expect(verdict({ sends: [] }, { exchanges })).toBe('sends: wrong-count, 2 requests')
  expect(verdict({ sends: [] }, {})).toBe('met')
  expect(verdict({ sends: { method: 'GET' } }, {})).toBe('sends: wrong-count, 0 requests')
})

test('$includes opens the list, and still wants a request of its own for each pattern', () => {
  const exchanges = [get, post]
  expect(verdict({ sends: { $includes: [{ method: 'POST' }] } }, { exchanges })).toBe('met')
  expect(verdict({ sends: { $includes: { method: 'POST' } } }, { exchanges })).toBe('met')
  expect(verdict({ sends: { $includes: [{ method: 'PUT' }] } }, { exchanges })).toBe('sends.0: absent, array')
  expect(verdict({ sends: { $includes: [{ method: 'GET' }, { method: 'GET' }] } }, { exchanges })).toBe(
    'sends.1: absent, array',
  )
})

test('receives counts only what was handed to a function, and sees no path but the one below it', () => {
  expect(verdict({ receives: { method: 'POST' } }, { exchanges: [outside, post] })).toBe('met')
  expect(verdict({ receives: [] }, { exchanges: [outside] })).toBe('met')
  const below = (subPath: string[], target = '/api/x'): object => ({
    exchanges: [exchange({ target }, { received: { function: 'collect', subPath } })],
  })
  expect(verdict({ receives: { path: '' } }, below([]))).toBe('met')
  expect(verdict({ receives: { path: '/a/b' } }, below(['a', 'b']))).toBe('met')
  expect(verdict({ receives: { path: '/a/b' } }, below(['a/b']))).toBe('receives.path: different, string')
  expect(verdict({ receives: { path: { $matches: '^/a$' } } }, below(['a']))).toBe('met')
  expect(verdict({ receives: { path: '/a' } }, below(['a'], '/api/x/a?q=1'))).toBe(
    'receives.query.q: unexpected, string',
  )
})

test('steps started together send in any order, and each has an outcome of its own', () => {
  const together = (sends: Template, second: string): TogetherStep => ({
    kind: 'together',
    place,
    steps: [call({ resolves: 'a' }), call({ resolves: second })],
    expect: { sends },
  })
  const parts = [
    { kind: 'resolved', value: 'a' },
    { kind: 'resolved', value: 'b' },
  ] as const
  const observation = seen({ exchanges: [get, post], parts })
  const judge = (step: TogetherStep): unknown => judgeStep({ step, bindings: {}, observation })
  const methods = [{ method: 'POST' }, { method: 'GET' }]
  expect(judge(together(methods, 'b'))).toEqual({ kind: 'met', kept: {} })
  expect(judge(together([{ method: 'GET' }, { method: 'GET' }], 'b'))).toMatchObject({
    mismatch: { kind: 'absent', path: [1] },
  })
  expect(judge(together(methods, 'c'))).toMatchObject({ mismatch: { path: ['together', 1], kind: 'different' } })
})

const socket = (frame: SocketFrame, target = '/'): Exchange => ({ ...exchange({ method: 'GET', target }), frame })
const opened = socket({ kind: 'connect' }, '/ws?token=a%2Bb')
const joined = socket({ kind: 'emit', event: 'join', data: 'room' })
const heard = socket({ kind: 'receive', event: 'update', data: { $$where: [1, 2] } })
const closed = socket({ kind: 'close' })

test.each([
  [[{ socket: 'connect' }, { socket: 'emit', event: 'join', data: 'room' }], [opened, joined], 'met'],
  [[{ socket: 'connect' }, { method: 'POST' }, { socket: 'close' }], [opened, post, closed], 'met'],
  [{ socket: 'receive', data: { $$where: [1, { $is: 'number' }] } }, [heard], 'met'],
  [{ socket: 'connect', path: '/ws', query: { token: 'a+b' }, carries: ['a+b'], without: ['c'] }, [opened], 'met'],
  [{ socket: 'connect', carries: ['c'] }, [opened], 'sends.carries: absent, in no place'],
  [{ socket: 'connect', without: ['a+b'] }, [opened], 'sends.without: unexpected, in target'],
  [{ $includes: [{ socket: 'close' }] }, [opened, joined, closed], 'met'],
  [{ socket: 'close' }, [opened], 'sends.socket: different, string'],
  [{ socket: 'emit', event: 'leave' }, [joined], 'sends.event: different, string'],
  [{ socket: 'emit', data: 'another' }, [joined], 'sends.data: different, string'],
  [{ socket: 'emit', event: 'join' }, [closed], 'sends.socket: different, string'],
  [{ socket: 'close', event: 'x' }, [closed], 'sends.event: wrong-type, undefined'],
  [{ socket: 'connect' }, [get], 'sends.socket: different, a request'],
  [{ method: 'GET' }, [opened], 'sends: different, a frame'],
  [[], [opened], 'sends: wrong-count, 1 requests'],
] as const)('frames stand among requests: %j', (sends, exchanges, expected) => {
  expect(verdict({ sends: sends as Template }, { exchanges })).toBe(expected)
})
