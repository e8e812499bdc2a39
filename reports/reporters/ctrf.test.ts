import { expect, it } from 'vitest'
import type { Event } from '../../harness/model/event.ts'
import { caseEvent, header, log, sdk, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { poisonedRun } from '../fixtures/poisoned.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { foldEvents } from '../fold.ts'
import { ctrfReport } from './ctrf.ts'

interface Written {
  readonly results: {
    readonly summary: Record<string, unknown>
    readonly tests: Record<string, unknown>[]
    readonly environment: Record<string, unknown>
  }
}

function written(events: Parameters<typeof foldEvents>[0]): Written {
  return JSON.parse(JSON.stringify(ctrfReport(foldEvents(events)))) as Written
}

const { results } = written(sampleRun())

function testOf(name: string): Record<string, unknown> {
  return results.tests.find((test) => String(test['name']).startsWith(name)) ?? {}
}

it('counts what it lists', () => {
  expect(results.summary).toMatchObject({ tests: 20, passed: 9, failed: 5, skipped: 1, pending: 0, other: 5, flaky: 0 })
  expect(results.summary).toMatchObject({ start: 1795260153000, stop: 1795260156412, duration: 3412, suites: 5 })
})

it('fails where the run is red, with the evidence', () => {
  expect(testOf('A File among')).toMatchObject({
    name: expect.stringMatching(/ \(nested\)$/),
    status: 'failed',
    rawStatus: 'violated',
    message: 'what the function receives at .form.meta is missing (lies with the SDK)',
    trace: expect.stringContaining('run again  base44-conformance run --replay'),
    suite: ['functions'],
    filePath: 'contracts/functions/a-file-makes-invoke-multipart.yaml',
    line: 1,
    extra: { case: 'functions/a-file-makes-invoke-multipart#nested', owner: 'sdk' },
  })
  expect(testOf('A subscriber')).toMatchObject({ status: 'failed', rawStatus: 'untestable' })
  expect(testOf('entities/bulk-create-is-sequential')).toMatchObject({ status: 'failed', suite: ['the run itself'] })
})

it.each([
  ['fetch() keeps', 'other', 'deviating'],
  ['options.onError', 'other', 'warning'],
  ['invoke() posts', 'other', 'noted'],
  ['asServiceRole acts', 'skipped', 'inapplicable'],
  ['bulkCreate()', 'passed', 'holds'],
])('%s: %s', (name, status, rawStatus) => expect(testOf(name)).toMatchObject({ status, rawStatus }))

it('names a case by the same id in every run, whatever its verdict, and each differently', () => {
  const idsOf = (events: Parameters<typeof foldEvents>[0]): unknown[] =>
    written(events).results.tests.map(({ id }) => id)
  const rows = ['a', 'b'].map((row) => caseEvent({ contract: { row } }))
  const [a, b] = idsOf(log(rows))
  expect(a).not.toBe(b)
  const again = caseEvent({ contract: { row: 'a' }, result: { violations: [violation()] } })
  expect(idsOf(log([again], { seed: 7 }))).toEqual([a])
  expect(new Set(results.tests.map(({ id }) => id)).size).toBe(results.tests.length)
  const subjects = [sdk, { ...sdk, id: 'other' }]
  expect(new Set(idsOf(log([caseEvent(), caseEvent({ subject: 'other' })], { subjects }))).size).toBe(2)
})

it('a case that held only when it was judged alone is flaky', () => {
  const again = caseEvent({ result: { again: { held: true } } })
  expect(written(log([again])).results.tests[0]).toMatchObject({ status: 'passed', flaky: true, retries: 1 })
})

it('a log that breaks off is red', () => {
  const { tests, environment } = written([header({ planned: 2 }), caseEvent()]).results
  expect(tests[1]).toMatchObject({ name: 'every planned case was run', status: 'failed' })
  expect(environment['healthy']).toBe(false)
})

it.each<readonly [string, Event[]]>([
  ['sample', sampleRun()],
  ...Object.entries(hostile).map(([name, text]) => [name, poisonedRun(text)] as const),
])('keeps to the schema: %s', (_, events) => {
  const report = written(events)
  expect(report).toMatchObject({ reportFormat: 'CTRF', specVersion: '0.1.0', timestamp: expect.stringMatching(/Z$/) })
  for (const test of report.results.tests) {
    expect(Object.keys(test).filter((key) => !keysOfATest.includes(key))).toEqual([])
    expect(test['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(test['name']).toMatch(/^./)
    expect(statuses).toContain(test['status'])
    expect(Number.isInteger(test['duration'])).toBe(true)
    expect((test['suite'] as string[]).length).toBeGreaterThan(0)
  }
  const { summary, tests } = report.results
  for (const status of statuses) {
    expect(summary[status]).toBe(tests.filter((test) => test['status'] === status).length)
  }
  expect(JSON.stringify(report)).not.toMatch(unseen)
  expect(JSON.stringify(report).length).toBeLessThan(100_000)
})

const statuses = ['passed', 'failed', 'skipped', 'pending', 'other']
/** The schema takes no others. */
const keysOfATest =
  'id name status duration start stop suite message trace line rawStatus tags type filePath retries flaky extra'.split(
    ' ',
  )
/** Raw, or escaped by JSON: an escape that is text already has its backslash doubled. Only a new line may stand in it. */
const unseen = /[\p{Cf}\p{Cs}\p{Cc}\u2028\u2029]|(?<!\\)(?:\\\\)*\\[urtbf]/u
