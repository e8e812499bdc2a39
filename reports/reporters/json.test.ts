import { expect, it } from 'vitest'
import type { Event } from '../../harness/model/event.ts'
import { caseEvent, header, log, violation } from '../fixtures/events.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { jsonReporter } from './json.ts'

interface Written {
  readonly schema: number
  readonly header: Record<string, unknown>
  readonly results: Record<string, unknown>[]
  readonly totals: Record<string, number>
  readonly exitCode: number
  readonly incomplete?: unknown
}

function written(events: readonly Event[]): Written {
  let text = ''
  const reporter = jsonReporter({ write: (part) => void (text += part) })
  for (const event of events) reporter.event(event)
  void reporter.end?.()
  return JSON.parse(text) as Written
}

it('has the shape that it promises', () => {
  const { results, ...rest } = written(sampleRun())
  expect(Object.keys(rest)).toEqual(['schema', 'header', 'stale', 'expired', 'totals', 'exitCode'])
  expect(rest).toMatchObject({
    schema: 1,
    header: { suite: 'sdk', seed: 424242 },
    stale: [{ deviation: 'entities/bulk-create-is-sequential', owner: 'suite' }],
    expired: [{ deviation: 'client/cleanup-twice', owner: 'suite' }],
    totals: { violated: 2 },
    exitCode: 1,
  })
  expect(results).toHaveLength(18)
  expect(results[0]).toEqual({
    contract: {
      id: 'client/create-client-takes-an-app-id',
      title: expect.any(String) as string,
      level: 'must',
      cites: ['FM-06'],
    },
    subject: { kind: 'sdk', id: '@base44/sdk@0.8.50', version: '0.8.50', runtime: 'node' },
    verdict: 'holds',
    durationMs: 120,
  })
})

it('gives a violation with its evidence, bytes as base64', () => {
  const result = written(sampleRun()).results[8]
  expect(Object.keys(result ?? {})).toEqual([
    'contract',
    'subject',
    'verdict',
    'owner',
    'fingerprint',
    'expected',
    'observed',
    'counterexample',
    'exchanges',
    'replay',
    'durationMs',
  ])
  expect(result).toMatchObject({
    contract: { row: 'nested' },
    observed: { $is: 'absent' },
    counterexample: { file: { $file: { bytes: 'aGVsbG8sIHdvcmxk' } } },
    exchanges: [{ response: { body: 'eyJvayI6dHJ1ZX0=' } }],
  })
})

it('says why something is not documented, untestable, or known', () => {
  const { results } = written(sampleRun())
  expect(results.map((each) => (each['contract'] as { observed?: string }).observed).filter(Boolean)).toEqual([
    'the address is in no document',
  ])
  expect(results.map((each) => each['deviation']).filter(Boolean)).toEqual([
    'functions/fetch-adds-a-slash',
    'auth/me-asks-without-token',
    'client/cleanup-twice',
  ])
  expect(results.find((each) => each['verdict'] === 'inapplicable')?.['reason']).toBe('only in the runtime deno')
})

it('leads with the first unexpected violation, and has all', () => {
  const event = caseEvent({
    result: { violations: [violation({ fingerprint: 'old' }), violation({ fingerprint: 'new' })] },
    standing: { known: { old: 'd' }, unexpected: ['new'] },
  })
  const [result] = written(log([event])).results
  expect(result?.['fingerprint']).toBe('new')
  expect(result?.['deviation']).toBeUndefined()
  expect(result?.['violations']).toMatchObject([{ fingerprint: 'old', deviation: 'd' }, { fingerprint: 'new' }])
})

it('says what a log does not tell', () => {
  expect(written([header({ planned: 2 }), caseEvent()])).toMatchObject({
    incomplete: { lacksFooter: true, notRun: [1], owner: 'environment' },
    totals: { notRun: 1 },
    exitCode: 1,
  })
})

it('writes nothing where nothing happened', () => {
  const text: string[] = []
  void jsonReporter({ write: (part) => void text.push(part) }).end?.()
  expect(text).toEqual([])
})
