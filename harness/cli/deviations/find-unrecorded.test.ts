import { expect, test } from 'vitest'
import type { Deviation } from '../../model/deviation.ts'
import type { Violation } from '../../model/verdict.ts'
import { caseEvent, log, mismatch, sdk, violation } from '../../../reports/fixtures/events.ts'
import { foldEvents, type Report } from '../../../reports/fold.ts'
import { findUnrecorded, type Unrecorded } from './find-unrecorded.ts'

/** What one case showed on each version: nothing, or a violation. */
type Shown = readonly (readonly [version: string, ...violations: readonly Partial<Violation>[]])[]

const contract = { id: 'functions/a', row: 'user' }
const fingerprint = 'functions/a#user · step 1 · resolves.data · different · string'
const failing = { fingerprint, counterexample: { n: 1 } }

function reportOf(shown: Shown): Report {
  const subjects = shown.map(([version], index) => ({ ...sdk, id: `sdk-${index}@${version}`, version }))
  const cases = shown.map(([, ...violations], index) =>
    caseEvent({ contract, subject: subjects[index]?.id as string, result: { violations: violations.map(violation) } }),
  )
  return foldEvents(log(cases, { subjects }))
}

function entry(over: Partial<Deviation> = {}): Deviation {
  const place = { file: 'd.yaml', line: 1, column: 1 }
  const said = { instead: 'x', reason: 'y', seen: 'z' }
  return {
    id: 'd',
    place,
    contract: contract.id,
    row: 'user',
    sdk: over.versions ?? '1.0.0',
    versions: '1.0.0',
    fingerprint,
    witness: {},
    ...said,
    ...over,
  }
}

function found(shown: Shown, recorded: readonly Deviation[] = []): Unrecorded[] {
  const report = reportOf(shown)
  return findUnrecorded({ report, findings: report.violations, recorded })
}

const drafted = (versions: readonly string[], witness: object): object => ({
  kind: 'draft',
  draft: { versions, witness },
})

test.each<[string, Shown, readonly Deviation[], readonly object[]]>([
  ['what is not recorded is drafted', [['1.0.0', failing]], [], [drafted(['1.0.0'], { n: 1 })]],
  [
    'versions that fail alike are one entry, each once and in order',
    [
      ['1.10.0', failing],
      ['1.9.0', failing],
      ['1.10.0', failing],
    ],
    [],
    [drafted(['1.9.0', '1.10.0'], { n: 1 })],
  ],
  [
    'a version that does not fail is in no range',
    [['1.0.0', failing], ['1.1.0'], ['1.2.0', failing]],
    [],
    [drafted(['1.0.0', '1.2.0'], { n: 1 })],
  ],
  [
    'another counterexample is another entry: a witness shows it on all its versions',
    [
      ['1.0.0', failing],
      ['1.1.0', { ...failing, counterexample: { n: 2 } }],
    ],
    [],
    [drafted(['1.0.0'], { n: 1 }), drafted(['1.1.0'], { n: 2 })],
  ],
  [
    'each way of failing is an entry',
    [['1.0.0', failing, { ...failing, fingerprint: `${fingerprint} 2` }]],
    [],
    [drafted(['1.0.0'], { n: 1 }), drafted(['1.0.0'], { n: 1 })],
  ],
  ['what is recorded is not written twice', [['1.0.0', failing]], [entry()], [{ kind: 'recorded', id: 'd' }]],
  [
    'a prerelease is in a range',
    [['1.1.0-rc.1', failing]],
    [entry({ versions: '>=1' })],
    [{ kind: 'recorded', id: 'd' }],
  ],
  ['another row is another entry', [['1.0.0', failing]], [entry({ row: 'other' })], [drafted(['1.0.0'], { n: 1 })]],
  [
    'a range is a person’s to widen',
    [
      ['1.0.0', failing],
      ['1.2.0', failing],
      ['1.1.0', failing],
    ],
    [entry()],
    [{ kind: 'recorded' }, { kind: 'other-versions', id: 'd', sdk: '1.0.0 || 1.1.0 || 1.2.0' }],
  ],
  [
    'two of one version that differ are not told apart',
    [['1.0.0', failing], ['1.0.0']],
    [],
    [{ kind: 'same-version', version: '1.0.0', subject: 'sdk-1@1.0.0' }],
  ],
  [
    'a secret that was taken out of a text',
    [['1.0.0', { ...failing, counterexample: { n: 'a‹secret›' } }]],
    [],
    [{ kind: 'redacted' }],
  ],
  ['… of a key', [['1.0.0', { ...failing, counterexample: { n: { '‹token:ada›': 1 } } }]], [], [{ kind: 'redacted' }]],
  [
    '… of bytes',
    [
      [
        '1.0.0',
        { ...failing, counterexample: { n: { $file: { bytes: Buffer.from('x‹secret›').toString('base64') } } } },
      ],
    ],
    [],
    [{ kind: 'redacted' }],
  ],
  [
    '… of a fingerprint',
    [['1.0.0', { ...failing, fingerprint: `${fingerprint} ‹secret›` }]],
    [],
    [{ kind: 'redacted' }],
  ],
  [
    'an SDK that does not load showed nothing',
    [['1.0.0', { ...failing, mismatch: mismatch({ kind: 'crashed', expectation: 'conduct', observedClass: 'load' }) }]],
    [],
    [{ kind: 'does-not-load', subject: 'sdk-0@1.0.0' }],
  ],
])('%s', (_, shown, recorded, expected) => {
  const all = found(shown, recorded)
  expect(all).toMatchObject(expected)
  expect(all).toHaveLength(expected.length)
})
