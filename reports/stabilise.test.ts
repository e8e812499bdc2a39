import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../harness/model/event.ts'
import type { Violation } from '../harness/model/verdict.ts'
import { bytes, caseEvent, exchange, header, mismatch, violation } from './fixtures/events.ts'
import { stabilise } from './stabilise.ts'

const prefixes = { '/home/me/sdk': '‹sdk›', '/home/me': '‹project›' }

function stable(over: Partial<Violation>): Violation {
  const event = stabilise(caseEvent({ result: { violations: [violation(over)] } }), { prefixes }) as CaseEvent
  return event.result.violations[0] as Violation
}

function seen(observed: Violation['mismatch']['observed'], over: Partial<Violation> = {}): unknown {
  return stable({ exchanges: [], mismatch: mismatch({ observed }), ...over }).mismatch.observed
}

describe('origins', () => {
  const at = (port: number) =>
    exchange({
      request: {
        origin: `http://127.0.0.1:${port}`,
        headers: [['Host', `127.0.0.1:${port}`]],
        target: `/?u=http%3A%2F%2F127.0.0.1%3A${port}`,
      },
    })

  it('are the stage, further ones numbered', () => {
    const { exchanges } = stable({ exchanges: [at(40123), at(40124), at(40123)] })
    expect(exchanges.map(({ request }) => request.origin)).toEqual(['http://stage', 'http://stage-2', 'http://stage'])
    expect(exchanges[1]?.request.headers).toEqual([['Host', 'stage-2']])
    expect(exchanges[0]?.request.target).toBe('/?u=http%3A%2F%2Fstage')
  })

  it('begin anew in every violation', () => {
    const violations = [violation({ exchanges: [at(1001)] }), violation({ exchanges: [at(1002)] })]
    const event = stabilise(caseEvent({ result: { violations } }), { prefixes }) as CaseEvent
    expect(event.result.violations.map((each) => each.exchanges[0]?.request.origin)).toEqual([
      'http://stage',
      'http://stage',
    ])
  })

  it('are known from an error alone, its port too', () => {
    const error = { message: 'connect ECONNREFUSED 127.0.0.1:40123', address: '127.0.0.1', port: 40123, status: 40123 }
    expect(seen({ $error: error })).toEqual({
      $error: { message: 'connect ECONNREFUSED stage', address: '127.0.0.1', port: '‹port›', status: 40123 },
    })
  })

  it('stay where somebody wrote or drew them', () => {
    expect(seen('http://localhost:3000')).toBe('http://localhost:3000')
    expect(seen('http://127.0.0.1:9', { counterexample: { url: 'http://127.0.0.1:9' } })).toBe('http://127.0.0.1:9')
  })
})

describe('multipart boundaries', () => {
  const boundary = '----formdata-undici-049822134911'
  const multipart = (body: Uint8Array) =>
    exchange({
      request: {
        headers: [
          ['content-type', `multipart/form-data; boundary=${boundary}`],
          ['content-length', String(body.length)],
        ],
        body,
      },
    })

  it('are one and the same, in headers and in bodies, and lengths stay true', () => {
    const { request } = stable({ exchanges: [multipart(bytes(`--${boundary}\r\n\r\nx\r\n--${boundary}--`))] })
      .exchanges[0] as Violation['exchanges'][number]
    expect(Buffer.from(request.body).toString()).toBe('--‹boundary›\r\n\r\nx\r\n--‹boundary›--')
    expect(request.headers).toEqual([
      ['content-type', 'multipart/form-data; boundary=‹boundary›'],
      ['content-length', String(request.body.length)],
    ])
  })

  it('are found around a file that is no text', () => {
    const body = new Uint8Array([...bytes(`--${boundary}`), 0xff, 0x00, ...bytes(`--${boundary}--`)])
    const stabilised = stable({ exchanges: [multipart(body)] }).exchanges[0]?.request.body
    expect(stabilised).toEqual(new Uint8Array([...bytes('--‹boundary›'), 0xff, 0x00, ...bytes('--‹boundary›--')]))
  })
})

it('takes dates from headers, and only from there', () => {
  const headers = [
    ['Date', 'Sat, 21 Nov 2026 11:22:33 GMT'],
    ['expires', 'Sat, 21 Nov 2026 11:22:33 GMT'],
  ] as const
  expect(stable({ exchanges: [exchange({ response: { headers } })] }).exchanges[0]?.response?.headers).toEqual([
    ['Date', '‹date›'],
    ['expires', 'Sat, 21 Nov 2026 11:22:33 GMT'],
  ])
  expect(seen({ date: '2026-11-21' })).toEqual({ date: '2026-11-21' })
})

it('numbers generated ids in the order in which they appear, and leaves drawn ones', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`) as [
    string,
    string,
    string,
  ]
  expect(seen([b, a, b.toUpperCase(), c], { counterexample: { id: c } })).toEqual(['‹id:1›', '‹id:2›', '‹id:1›', c])
})

it('takes folders of this machine out of texts, the deepest first', () => {
  expect(seen('at file:///home/me/sdk/dist/index.js and /home/me/app.ts')).toBe(
    'at file://‹sdk›/dist/index.js and ‹project›/app.ts',
  )
  expect(seen('/home/me/sdk-2/x')).toBe('‹project›/sdk-2/x')
})

it('reaches the reason of a case, and leaves what a run is known by', () => {
  const result = { verdict: 'untestable', reason: 'no answer from http://127.0.0.1:40123', durationMs: 7 } as const
  const event = stabilise(caseEvent({ result }), { prefixes }) as CaseEvent
  expect(event.result).toMatchObject({ reason: 'no answer from http://stage', durationMs: 7 })
  expect(stabilise(header(), { prefixes })).toEqual(header())
})

it('comes to the same when it is done again', () => {
  const once = stabilise(caseEvent({ result: { violations: [violation()] } }), { prefixes })
  expect(stabilise(once, { prefixes })).toEqual(once)
})
