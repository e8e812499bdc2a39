import { expect, it } from 'vitest'
import type { Event } from '../../harness/model/event.ts'
import { caseEvent, footer, header, log, violation } from '../fixtures/events.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { foldEvents } from '../fold.ts'
import { badge } from './badge.ts'

const holds = caseEvent()
const broken = caseEvent({ result: { violations: [violation({ fingerprint: 'f' })] } })
const known = caseEvent({
  result: { violations: [violation({ fingerprint: 'f' })] },
  standing: { known: { f: 'd' }, unexpected: [] },
})
const should = caseEvent({ contract: { level: 'should' }, result: { violations: [violation()] } })
const stale = caseEvent({ standing: { stale: ['d'] } })
const idle = caseEvent({ result: { verdict: 'inapplicable', reason: 'no' } })

it.each<[what: string, events: readonly Event[], message: string, color: string]>([
  ['kept', log([holds, holds]), '2 hold', 'brightgreen'],
  ['one kept', log([holds]), '1 holds', 'brightgreen'],
  ['known', log([holds, known]), '1 holds, 1 deviates', 'green'],
  ['noted', log([holds, should]), '1 holds', 'brightgreen'],
  ['broken', log([holds, broken]), '1 violated, 1 holds', 'red'],
  ['strict', log([holds, should], { strict: true }), '1 warning, 1 holds', 'red'],
  ['out of date', log([holds, stale]), '1 out of date, 2 hold', 'orange'],
  ['nothing asked', log([idle]), 'nothing to judge', 'lightgrey'],
  ['broke off', [header({ planned: 2 }), holds], 'broke off, 1 not run, 1 holds', 'lightgrey'],
  [
    'interrupted',
    [header({ planned: 2 }), holds, footer({ exitCode: 130, interrupted: true })],
    'interrupted, 1 not run, 1 holds',
    'lightgrey',
  ],
  ['all', sampleRun(), '2 violated, 1 untestable, 2 out of date, 9 hold, 3 deviate', 'red'],
])('%s', (_, events, message, color) => {
  const report = foldEvents(events)
  expect(badge(report)).toEqual({
    schemaVersion: 1,
    label: 'base44-conformance',
    message,
    color,
    ...(report.exitCode !== 0 && { isError: true }),
  })
})
