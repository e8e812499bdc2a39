import { expect, test } from 'vitest'
import type { Deviation } from '../../model/deviation.ts'
import type { Event } from '../../model/event.ts'
import { deviationDigest } from '../../deviation-digest.ts'
import { caseEvent, log, sdk } from '../../../reports/fixtures/events.ts'
import { foldEvents } from '../../../reports/fold.ts'
import { fateOf } from './find-stale.ts'

const fingerprint = 'functions/a · step 1 · resolves.data · different · string'
const entry: Deviation = {
  id: 'd',
  place: { file: 'd.yaml', line: 1, column: 1 },
  contract: 'functions/a',
  sdk: '<2',
  versions: '<2',
  fingerprint,
  witness: { n: 1 },
  instead: 'x',
  reason: 'y',
  seen: 'z',
}

/** What the witness showed on a version; undefined: it was not run. */
type Shown = readonly [version: string, seen: string | null | undefined, verdict?: 'untestable' | 'inapplicable']

function events(shown: readonly Shown[], known = true): Event[] {
  const subjects = shown.map(([version]) => ({ ...sdk, id: version, version }))
  const cases = shown.map(([version, seen, verdict]) =>
    caseEvent({
      contract: { id: 'functions/a' },
      subject: version,
      result: { ...(verdict && { verdict }), witnessed: known && seen !== undefined ? { x: seen } : {} },
      standing: { stale: known && seen !== undefined && seen !== fingerprint ? ['x'] : [] },
    }),
  )
  // The id in a log may be another than that of the file.
  const recorded = subjects.map(({ id }) => {
    const said = { instead: 'x', reason: 'y', digest: deviationDigest(entry) }
    return { id: 'x', case: 'functions/a', subject: id, fingerprint, ...said }
  })
  return log(cases, { subjects, deviations: known ? recorded : [] })
}

test.each<[string, readonly Shown[], object]>([
  ['holds: stale', [['1.0.0', null]], { kind: 'stale', versions: ['1.0.0'], otherwise: [] }],
  ['fails otherwise: stale', [['1.0.0', 'another']], { kind: 'stale', versions: ['1.0.0'], otherwise: ['another'] }],
  ['fails as recorded', [['1.0.0', fingerprint]], { kind: 'deviates' }],
  [
    'holds on all in its range',
    [
      ['1.0.0', null],
      ['1.1.0', null],
      ['2.0.0', undefined],
    ],
    { kind: 'stale', versions: ['1.0.0', '1.1.0'] },
  ],
  [
    'fails on some',
    [
      ['1.0.0', fingerprint],
      ['1.1.0', null],
    ],
    { kind: 'partly-stale', stale: ['1.1.0'], deviating: ['1.0.0'] },
  ],
  [
    'was not run on some',
    [
      ['1.0.0', undefined],
      ['1.1.0', null],
    ],
    { kind: 'unjudged', why: 'not-run' },
  ],
  ['no version in its range', [['2.0.0', undefined]], { kind: 'unjudged', why: 'out-of-range' }],
  ['could not be put to the test', [['1.0.0', undefined, 'untestable']], { kind: 'unjudged', why: 'not-testable' }],
  ['does not apply', [['1.0.0', undefined, 'inapplicable']], { kind: 'unjudged', why: 'not-run' }],
])('%s', (_, shown, fate) => {
  expect(fateOf(entry, foldEvents(events(shown)))).toMatchObject(fate)
})

const stale = events([['1.0.0', null]])

test.each<[string, Deviation, readonly Event[], object]>([
  ['without its footer', entry, stale.slice(0, -1), { kind: 'unjudged', why: 'cut-short' }],
  ['without its case', entry, stale.filter(({ kind }) => kind !== 'case'), { kind: 'unjudged', why: 'cut-short' }],
  [
    'of a run that was interrupted',
    entry,
    stale.map((event) => (event.kind === 'footer' ? { ...event, interrupted: true } : event)),
    { kind: 'unjudged', why: 'cut-short' },
  ],
  [
    'of other cases',
    entry,
    log([], { subjects: [{ ...sdk, version: '1.0.0' }] }),
    { kind: 'unjudged', why: 'not-run' },
  ],
  ['that left deviations out', entry, events([['1.0.0', null]], false), { kind: 'unjudged', why: 'not-looked-at' }],
  ['of another witness', { ...entry, witness: { n: 2 } }, stale, { kind: 'unjudged', why: 'changed-since' }],
  ['of another range', { ...entry, sdk: '<3', versions: '<3' }, stale, { kind: 'unjudged', why: 'changed-since' }],
  ['of another way of failing', { ...entry, fingerprint: 'g' }, stale, { kind: 'unjudged', why: 'not-looked-at' }],
  ['of other words', { ...entry, reason: 'said better' }, stale, { kind: 'stale' }],
])('a log %s', (_, one, told, fate) => {
  expect(fateOf(one, foldEvents(told))).toMatchObject(fate)
})
