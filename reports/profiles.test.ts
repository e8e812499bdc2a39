import { expect, test } from 'vitest'
import type { CaseEvent, HeaderEvent } from '../harness/model/event.ts'
import { foldEvents } from './fold.ts'
import { caseEvent, header, mismatch, sdk, violation } from './fixtures/events.ts'
import { jsonReport } from './reporters/json.ts'
import { renderMarkdown } from './reporters/markdown.ts'
import { renderTerminal } from './reporters/terminal.ts'
import { profilesOf } from './profiles.ts'

const backend: HeaderEvent['subjects'][number] = {
  kind: 'backend',
  id: 'emulator@1.0.0',
  backend: 'emulator',
  version: '1.0.0',
  runtime: 'node',
  runtimeVersion: '24.21.0',
  dependencies: {},
}
const observed = { kind: 'observed', reason: 'seen' } as const
const broken = { violations: [violation({ mismatch: mismatch() })] }

function of(index: number, over: Parameters<typeof caseEvent>[0] = {}): CaseEvent {
  const contract = { id: `calls/c${index}`, profiles: ['functions'], ...over.contract }
  return caseEvent({ ...over, index, subject: backend.id, contract })
}

const cases = [
  of(0),
  of(1, { result: broken }),
  of(2, { contract: { level: 'should' }, result: broken }),
  of(3, { contract: { provenance: observed } }),
  of(4, { contract: { level: 'may' } }),
  of(5, { result: { verdict: 'inapplicable', reason: 'not claimed' } }),
  of(6, { contract: { profiles: ['data', 'functions'] } }),
  of(7, { contract: { profiles: [] } }),
  caseEvent({ index: 8, contract: { profiles: ['functions'] } }),
]
const profiles = [
  { name: 'functions', title: 'Functions', cases: 9 },
  { name: 'data', title: 'Data', cases: 1 },
]
const report = foldEvents([header({ planned: cases.length, subjects: [sdk, backend], profiles }), ...cases])

test('what is kept is counted by what it is worth; of backends only; what was not asked is left out', () => {
  expect(profilesOf(report)).toEqual([
    {
      subject: backend.id,
      profile: profiles[0],
      kept: {
        must: { kept: 2, of: 3 },
        should: { kept: 0, of: 1 },
        observed: { kept: 1, of: 1 },
        other: { kept: 1, of: 1 },
      },
      inapplicable: 1,
      leftOut: 2,
    },
    {
      subject: backend.id,
      profile: profiles[1],
      kept: {
        must: { kept: 1, of: 1 },
        should: { kept: 0, of: 0 },
        observed: { kept: 0, of: 0 },
        other: { kept: 0, of: 0 },
      },
      inapplicable: 0,
      leftOut: 0,
    },
  ])
})

test('each report says so', () => {
  const terminal = renderTerminal(report, { colour: false, width: 100 })
  expect(terminal).toContain('what it keeps of each profile')
  expect(terminal).toMatch(/functions {2}2 of 3 +0 of 1 +1 of 1 +1 of 1 +1 does not apply · 2 left out/)
  expect(renderMarkdown(report)).toContain(
    '| `functions` | 2 of 3 | 0 of 1 | 1 of 1 | 1 of 1 | 1 does not apply · 2 left out |',
  )
  expect(jsonReport(report)).toMatchObject({
    profiles: [
      { subject: backend.id, profile: 'functions', must: { kept: 2, of: 3 }, leftOut: 2 },
      { profile: 'data' },
    ],
  })
})

test('where no backend was judged, no profile is spoken of', () => {
  const silent = foldEvents([header(), caseEvent()])
  expect(renderTerminal(silent, { colour: false, width: 100 })).not.toContain('profile')
  expect(renderMarkdown(silent)).not.toContain('profile')
  expect(jsonReport(silent)).not.toHaveProperty('profiles')
})
