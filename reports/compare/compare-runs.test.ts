import { describe, expect, it } from 'vitest'
import type { Event, HeaderEvent } from '../../harness/model/event.ts'
import { caseEvent, log, sdk, violation } from '../fixtures/events.ts'
import { differingPairs, equalPairs, newer, older } from '../fixtures/run-pairs.ts'
import { foldEvents } from '../fold.ts'
import { compareRuns, type Comparison } from './compare-runs.ts'

function compare(before: readonly Event[], after: readonly Event[]): Comparison {
  return compareRuns(foldEvents(before), foldEvents(after))
}

function named({ changes }: Comparison): string[] {
  return changes.map(({ kind, before, after }) => `${kind} ${(after ?? before)?.event.id}`)
}

describe('two releases that differ in one behaviour', () => {
  it.each(differingPairs)('$name: it is named, and only it', ({ before, after, differs }) => {
    const comparison = compare(before, after)
    expect(named(comparison)).toEqual(differs)
    expect(comparison.same).toBe(5)
    expect(comparison.exitCode).toBe(/^(broken|unjudged) /.test(differs.join('')) ? 1 : 0)
  })
})

describe('two releases that differ in nothing visible', () => {
  it.each(equalPairs)('$name', ({ before, after }) => {
    expect(compare(before, after)).toMatchObject({ changes: [], same: 6, exitCode: 0 })
  })
})

it.each([...differingPairs, ...equalPairs])('a run is as it was beside itself: $name', ({ before, after }) => {
  for (const events of [before, after]) expect(compare(events, events)).toMatchObject({ changes: [], exitCode: 0 })
})

it('the worst comes first, then the order of the plan', () => {
  const violated = { violations: [violation({ fingerprint: 'f' })] }
  const of = (results: readonly object[]): Event[] =>
    log(results.map((result, at) => caseEvent({ contract: { id: `a/${at}` }, result })))
  const comparison = compare(of([violated, {}, {}, {}]), of([{}, violated, { verdict: 'inapplicable' }, violated]))
  expect(named(comparison)).toEqual(['broken a/1', 'broken a/3', 'unjudged a/2', 'fixed a/0'])
})

describe('which subject is which', () => {
  const other = { ...sdk, kind: 'backend', id: 'base44-dev@1', backend: 'base44-dev' } as const
  const run = (subjects: HeaderEvent['subjects'], over = subjects.map(({ id }) => id)): Event[] =>
    log(
      over.map((subject) => caseEvent({ subject })),
      { subjects },
    )

  it.each<[string, Event[], Event[], string[]]>([
    ['one of a kind each: two versions', run([older]), run([newer]), []],
    ['one of each kind', run([older, other]), run([other, newer]), []],
    ['several: by id', run([older, newer]), run([newer, older]), []],
    ['one comes', run([older]), run([older, newer]), ['new @base44/sdk@0.8.50']],
    ['one goes', run([older, newer]), run([newer]), ['unjudged @base44/sdk@0.8.40']],
    ['another kind', run([older]), run([other]), ['unjudged @base44/sdk@0.8.40', 'new base44-dev@1']],
    ['one that the header does not name: by id', run([older], ['x']), run([newer], ['x']), []],
  ])('%s', (_, before, after, differs) => {
    const { changes } = compare(before, after)
    expect(changes.map(({ kind, ...each }) => `${kind} ${(each.after ?? each.before)?.event.subject}`)).toEqual(differs)
  })
})
