import { describe, expect, it } from 'vitest'
import { caseEvent, footer, header, log, violation } from './fixtures/events.ts'
import { sampleRun } from './fixtures/sample-run.ts'
import { foldEvents } from './fold.ts'

describe('foldEvents', () => {
  it('sorts what was found', () => {
    const report = foldEvents(sampleRun())
    expect(report.violations.map(({ result }) => result.class)).toEqual(['violated', 'violated', 'warning', 'noted'])
    expect(report.deviations.map(({ deviation }) => deviation.id)).toEqual([
      'functions/fetch-adds-a-slash',
      'auth/me-asks-without-token',
      'client/cleanup-twice',
    ])
    expect(report.stale.map(({ deviation }) => deviation.id)).toEqual(['entities/bulk-create-is-sequential'])
    expect(report.expired.map(({ deviation }) => deviation.until)).toEqual(['2026-10-01'])
    expect(report.exitCode).toBe(1)
    expect(report.incomplete).toBeUndefined()
  })

  it('puts cases in plan order, whatever the order of the lines', () => {
    const events = [header({ planned: 2 }), caseEvent({ index: 1 }), caseEvent({ index: 0 }), footer()]
    expect(foldEvents(events).results.map(({ event }) => event.index)).toEqual([0, 1])
  })

  it('tells known violations from unexpected ones within one case', () => {
    const event = caseEvent({
      result: { violations: [violation({ fingerprint: 'new' }), violation({ fingerprint: 'old' })] },
      standing: { known: { old: 'd' }, unexpected: ['new'] },
    })
    const [result] = foldEvents(log([event])).results
    expect(result?.unexpected.map((each) => each.fingerprint)).toEqual(['new'])
    expect(result?.known.map(({ deviation }) => deviation.id)).toEqual(['d'])
    expect(result?.class).toBe('violated')
  })

  it('takes from the header what it says of a deviation on the subject of the case', () => {
    const entry = { id: 'd', case: 'c', fingerprint: 'f', reason: '' }
    const deviations = [
      { ...entry, subject: 'a', instead: 'on a' },
      { ...entry, subject: 'b', instead: 'on b' },
    ]
    const event = caseEvent({
      subject: 'b',
      result: { violations: [violation({ fingerprint: 'f' })] },
      standing: { known: { f: 'd' }, unexpected: [] },
    })
    expect(foldEvents(log([event], { deviations })).deviations[0]?.deviation.instead).toBe('on b')
  })

  it('calls a log without its footer incomplete, and what is missing not run', () => {
    const report = foldEvents([header({ planned: 3 }), caseEvent({ index: 1 })])
    expect(report.incomplete).toEqual({ lacksFooter: true, notRun: [0, 2], owner: 'environment' })
    expect(report.totals.notRun).toBe(2)
    expect(report.exitCode).toBe(1)
    expect(report.durationMs).toBeUndefined()
  })

  it('leaves the exit code of a run to the run', () => {
    const report = foldEvents([header(), caseEvent(), footer({ exitCode: 130, interrupted: true })])
    expect([report.exitCode, report.interrupted]).toEqual([130, true])
  })

  it('is strict where the run was', () => {
    const warning = caseEvent({ contract: { level: 'should' }, result: { violations: [violation()] } })
    expect(foldEvents([header(), warning]).exitCode).toBe(0)
    expect(foldEvents([header({ strict: true }), warning]).exitCode).toBe(1)
  })

  it('refuses a log without a header', () => {
    expect(() => foldEvents([caseEvent()])).toThrow('begins with a header')
  })
})
