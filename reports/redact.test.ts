import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseEvent, Event } from '../harness/model/event.ts'
import type { Violation } from '../harness/model/verdict.ts'
import { bytes, caseEvent, exchange, log, mismatch, sdk, violation, type ExchangeOver } from './fixtures/events.ts'
import { redact, type RedactOptions } from './redact.ts'
import { reporters } from './reporters/index.ts'

const nothing: RedactOptions = { secrets: [], tokens: new Map() }

function redacted(over: Partial<Violation>, options: RedactOptions = nothing): Violation {
  const event = redact(caseEvent({ result: { violations: [violation(over)] } }), options) as CaseEvent
  return event.result.violations[0] as Violation
}

function sent(headers: readonly (readonly [string, string])[], over: ExchangeOver = {}): Partial<Violation> {
  return { exchanges: [exchange({ ...over, request: { headers, ...over.request } })] }
}

function headersOf(of: Violation): (readonly [string, string])[] {
  return of.exchanges.flatMap((each) => [...each.request.headers])
}

describe('credentials', () => {
  it('go from headers, equal ones to equal marks, the scheme stays', () => {
    const headers = [
      ['Authorization', 'Bearer abcdefgh'],
      ['Base44-Service-Authorization', 'Bearer 12345678'],
      ['Cookie', 'session=1; other=2'],
      ['x-api-key', 'abcdefgh'],
      ['x-app-id', 'app-1'],
    ] as const
    expect(headersOf(redacted(sent(headers)))).toEqual([
      ['Authorization', 'Bearer ‹credential:1›'],
      ['Base44-Service-Authorization', 'Bearer ‹credential:2›'],
      ['Cookie', '‹credential:3›'],
      ['x-api-key', '‹credential:1›'],
      ['x-app-id', 'app-1'],
    ])
  })

  it('go from the query of a handshake, and from what was said over the socket', () => {
    const data = { token: 'a+bcdefgh', said: 'a+bcdefgh' }
    const opened = exchange({ request: { target: '/ws?app_id=1&token=a%2Bbcdefgh&t=1', headers: [] } })
    const anonymous = exchange({ request: { target: '/ws?token=undefined', headers: [] } })
    const exchanges = [
      { ...opened, frame: { kind: 'connect' } as const },
      { ...anonymous, frame: { kind: 'connect' } as const },
      { ...exchange({ request: { headers: [] } }), frame: { kind: 'emit', event: 'a+bcdefgh', data } as const },
    ]
    const seen = redacted({ exchanges }).exchanges
    expect(seen.map(({ request }) => request.target).slice(0, 2)).toEqual([
      '/ws?app_id=1&token=‹credential:1›&t=1',
      '/ws?token=undefined',
    ])
    expect(JSON.stringify(seen)).not.toContain('bcdefgh')
  })

  it('go from wherever else they were seen', () => {
    const seen = redacted({
      ...sent([['authorization', 'Bearer abcdefgh']], { request: { body: bytes('{"t":"abcdefgh"}') } }),
      mismatch: mismatch({ observed: { $error: { message: 'header was: Bearer abcdefgh' } } }),
    })
    expect(JSON.stringify(seen.mismatch.observed)).toContain('Bearer ‹credential:1›')
    expect(Buffer.from(seen.exchanges[0]?.request.body ?? []).toString()).toBe('{"t":"‹credential:1›"}')
  })

  it('go from mismatches below a header, and from objects that hold headers', () => {
    const path = [0, 'headers', 'authorization']
    const { observed } = redacted({ mismatch: mismatch({ path, observed: 'Bearer abcdefgh' }), exchanges: [] }).mismatch
    expect(observed).toBe('Bearer ‹credential:1›')
    const config = { config: { headers: { Authorization: 'Bearer abcdefgh' } } }
    expect(redacted({ mismatch: mismatch({ observed: config }), exchanges: [] }).mismatch.observed).toEqual({
      config: { headers: { Authorization: 'Bearer ‹credential:1›' } },
    })
  })

  it('are gone from what a login answers', () => {
    const value = { access_token: 'minted-just-now', user: { id: '1' } }
    const text = '{"access_token":"minted-then", "user":{}}'
    const seen = JSON.stringify(redacted({ mismatch: mismatch({ observed: { value, text } }), exchanges: [] }))
    expect(seen).not.toMatch(/minted/)
  })

  it('are named where they were minted or drawn', () => {
    const headers = [
      ['authorization', 'Bearer minted-for-alice'],
      ['on-behalf-of', 'drawn'],
    ] as const
    const options = { secrets: [], tokens: new Map([['minted-for-alice', 'alice']]) }
    const seen = redacted({ ...sent(headers), counterexample: { h: { user: 'drawn' } } }, options)
    expect(headersOf(seen)).toEqual([
      ['authorization', 'Bearer ‹token:alice›'],
      ['on-behalf-of', '‹h.user›'],
    ])
    expect(seen.counterexample).toEqual({ h: { user: 'drawn' } })
  })

  it.each(['Bearer undefined', 'Bearer null', '', 'Bearer [object Object]'])('are not what %j holds', (value) => {
    expect(headersOf(redacted(sent([['authorization', value]])))).toEqual([['authorization', value]])
  })
})

describe('secrets', () => {
  it('leaves short words alone', () => {
    expect(redacted(sent([['x', 'dev']]), { ...nothing, secrets: ['dev', ''] }).exchanges).toEqual(
      violation(sent([['x', 'dev']])).exchanges,
    )
  })

  it('keeps fingerprints and what is said of them together', () => {
    const secrets = ['sup3rsecret']
    const event = caseEvent({ result: { violations: [violation({ fingerprint: 'f sup3rsecret' })] } })
    const { result, standing } = redact(event, { ...nothing, secrets }) as CaseEvent
    expect(standing.unexpected).toEqual([result.violations[0]?.fingerprint])
  })

  it('never get into a report, wherever they stand', () => {
    fc.assert(
      fc.property(secret, (planted) => {
        const options = { secrets: [planted], tokens: new Map() }
        const text = everyReport(plant(planted).map((event) => redact(event, options)))
        for (const spelling of [planted, JSON.stringify(planted).slice(1, -1), encodeURIComponent(planted)]) {
          expect(text).not.toContain(spelling)
        }
        for (const [base64] of text.matchAll(/[A-Za-z0-9+/]{12,}={0,2}/g)) {
          expect(Buffer.from(base64, 'base64').toString('latin1')).not.toContain(
            Buffer.from(planted).toString('latin1'),
          )
        }
      }),
      { numRuns: 50 },
    )
  })
})

/** Nothing that a report says of its own accord. */
const secret = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => `kX9"\\${text}q/Z7`)

function everyReport(events: readonly Event[]): string {
  let text = ''
  for (const create of Object.values(reporters)) {
    const reporter = create({ write: (part) => (text += part) }, { colour: false, width: 200, reasons: true })
    for (const event of events) reporter.event(event)
    void reporter.end?.()
  }
  return text
}

/** A log with a secret in every place that a subject, or a user, can put it. */
function plant(planted: string): Event[] {
  const json = JSON.stringify({ planted })
  const seen = violation({
    mismatch: mismatch({
      path: ['data', planted],
      expected: { [planted]: planted, pairs: [['x-token', planted]] },
      observed: { $error: { class: planted, message: `failed with ${planted}`, own: [bytes(planted)] } },
      observedClass: planted,
    }),
    counterexample: { [planted]: { $file: { name: planted, type: planted, bytes: bytes(`in a file: ${planted}`) } } },
    exchanges: [
      exchange({
        request: {
          target: `/path?plain=${planted}&percent=${encodeURIComponent(planted)}&${new URLSearchParams({ planted })}`,
          headers: [
            ['authorization', `Bearer ${planted}`],
            ['cookie', planted],
            ['x-other', `a ${planted} b`],
          ],
          body: bytes(`${json}\n${planted}`),
          form: [[planted, planted]],
        },
        response: { headers: [['set-cookie', `s=${planted}`]], body: new Uint8Array([0xff, ...bytes(planted), 0xfe]) },
        received: { function: planted, subPath: [planted] },
      }),
    ],
    replay: `token ${planted}`,
  })
  const untestable = { verdict: 'untestable', reason: `cannot reach ${planted}` } as const
  const deviation = {
    id: 'd',
    case: 'c',
    subject: planted,
    fingerprint: 'f',
    instead: planted,
    reason: planted,
    owner: planted,
    link: `https://example.org/${planted}`,
  }
  return log(
    [
      caseEvent({ subject: planted, result: { violations: [seen] } }),
      caseEvent({
        subject: planted,
        result: { violations: [seen] },
        standing: { known: { [seen.fingerprint]: 'd' }, unexpected: [] },
      }),
      caseEvent({ subject: planted, result: untestable }),
      caseEvent({ subject: planted, result: { verdict: 'inapplicable', reason: planted } }),
    ],
    {
      subjects: [{ ...sdk, id: planted, version: planted }],
      deviations: [deviation],
      flags: ['--sdk', planted],
    },
  )
}
