import { expect, it } from 'vitest'
import type { CaseEvent } from '../../harness/model/event.ts'
import { caseEvent, footer, header, log, mismatch, sdk, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { foldEvents } from '../fold.ts'
import { renderJunit } from './junit.ts'

const sample = renderJunit(foldEvents(sampleRun()))

function caseOf(name: string): string {
  return new RegExp(`<testcase name="${name}[^]*?(?:</testcase>|/>)`).exec(sample)?.[0] ?? ''
}

it('has a suite a topic, and counts', () => {
  expect(sample).toContain(
    '<testsuites name="base44-conformance sdk" tests="20" failures="4" errors="1" skipped="1" time="3.412">',
  )
  expect(
    [...sample.matchAll(/<testsuite name="([^"]*)" tests="(\d+)"/g)].map(([, name, tests]) => [name, tests]),
  ).toEqual([
    ['client', '6'],
    ['functions', '7'],
    ['entities', '4'],
    ['auth', '1'],
    ['the run itself', '2'],
  ])
})

it('fails where something is violated, with the evidence', () => {
  const failed = caseOf('A File among')
  expect(failed).toContain(
    '<failure message="what the function receives at .form.meta is missing (lies with the SDK)" type="absent">',
  )
  expect(failed).toContain('classname="functions.a-file-makes-invoke-multipart"')
  expect(failed).toContain('base44-conformance run --replay functions/')
})

it('passes what is known or only noted, with a note', () => {
  expect(caseOf('fetch\\(\\) keeps')).toContain('<system-out>known deviation functions/fetch-adds-a-slash: a path')
  expect(caseOf('invoke\\(\\) posts')).toContain('<system-out>')
  expect(caseOf('options.onError')).not.toContain('<failure')
})

it('is an error where nothing could be tested, skipped where nothing was claimed', () => {
  expect(caseOf('A subscriber')).toContain('type="untestable"')
  expect(caseOf('asServiceRole acts')).toContain('<skipped message="only in the runtime deno"/>')
})

it('is red for what is out of date or missing, too', () => {
  expect(sample).toContain(
    'the deviation entities/bulk-create-is-sequential is stale: its witness no longer fails in the recorded way (lies with the suite)',
  )
  expect(renderJunit(foldEvents([header({ planned: 3 }), caseEvent()]))).toContain(
    'message="the event log breaks off before its end; 2 planned cases were not run; lies with the environment"',
  )
})

it('is red for a subject that ended in the middle', () => {
  const lost = footer({ exitCode: 5, lost: [{ subject: 'it', reason: 'the process is gone' }] })
  expect(renderJunit(foldEvents([header(), caseEvent(), lost]))).toContain(
    '<error message="it ended in the middle: the process is gone" type="lost">',
  )
})

it('says who keeps a deviation that is out of date', () => {
  const kept = {
    id: 'd',
    case: 'a/b',
    subject: '@base44/sdk@0.8.50',
    fingerprint: 'f',
    instead: 'x',
    reason: 'y',
    owner: 'Ada',
    link: 'https://example.org/7',
    until: '2026-01-31',
  }
  const text = renderJunit(foldEvents(log([caseEvent({ standing: { expired: ['d'] } })], { deviations: [kept] })))
  expect(text).toContain(
    'the deviation d has expired (lies with the suite) (owner Ada, https://example.org/7, until 2026-01-31)',
  )
})

it('fails for warnings where the run was strict', () => {
  const warning = caseEvent({ contract: { level: 'should' }, result: { violations: [violation()] } })
  expect(renderJunit(foldEvents(log([warning])))).not.toContain('<failure')
  expect(renderJunit(foldEvents(log([warning], { strict: true })))).toContain('<failure')
})

it('tells subjects apart', () => {
  const subjects = [sdk, { ...sdk, id: 'other' }]
  const xml = renderJunit(foldEvents(log([caseEvent(), caseEvent({ subject: 'other' })], { subjects })))
  expect(xml).toContain('<testsuite name="functions (other)"')
})

it.each(Object.entries(hostile))('stays XML with %s in every place', (_, text) => {
  const xml = renderJunit(foldEvents(log([poisoned(text), untestable(text)])))
  expect(xml).toMatch(/^[\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
  expect(xml.replace(/<\/?[a-z-]+(?: [a-z]+="[^"<>]*")*\/?>|<\?xml[^>]*>/g, '')).toMatch(/^[^<>]*$/)
  expect(xml.length).toBeLessThan(20_000)
})

function poisoned(text: string): CaseEvent {
  const short = text.slice(0, 1000)
  const seen = violation({ mismatch: mismatch({ path: [short], observed: text }), counterexample: { [short]: text } })
  return caseEvent({ contract: { title: short }, result: { violations: [seen] } })
}

function untestable(text: string): CaseEvent {
  return caseEvent({ result: { verdict: 'untestable', reason: text.slice(0, 1000) } })
}
