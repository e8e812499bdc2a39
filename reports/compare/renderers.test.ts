import { describe, expect, it } from 'vitest'
import type { Event } from '../../harness/model/event.ts'
import { caseEvent, log, mismatch, sdk, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { differingPairs, equalPairs } from '../fixtures/run-pairs.ts'
import { foldEvents } from '../fold.ts'
import { changeKinds } from './change-of.ts'
import { compareRuns } from './compare-runs.ts'
import { comparisonRenderers, type ComparisonKind } from './renderers.ts'
import { changeWords } from './words.ts'

function render(as: ComparisonKind, [before, after]: readonly [readonly Event[], readonly Event[]]): string {
  return comparisonRenderers[as](compareRuns(foldEvents(before), foldEvents(after)), { colour: false, width: 80 })
}

/** The headings of a report, as `kind`. */
function headingsIn(text: string, line: RegExp): string[] {
  return [...text.matchAll(line)].flatMap(([, name]) => changeKinds.filter((kind) => changeWords[kind].name === name))
}

describe.each(differingPairs)('$name', ({ before, after, differs }) => {
  const kinds = differs.map((each) => each.split(' ')[0])
  const ids = differs.map((each) => each.split(' ')[1])

  it('has one heading, and one case below it', () => {
    const text = render('terminal', [before, after])
    expect(headingsIn(text, /^── 1 (.+?) ─+$/gm)).toEqual(kinds)
    expect([...text.matchAll(/^ {2}((?:functions|a)\/\S+)/gm)].map(([, id]) => id)).toEqual(ids)
    expect(text).toMatch(/5 cases are as they were\.\n$/)
  })

  it('as markdown', () => {
    const text = render('markdown', [before, after])
    expect(headingsIn(text, /^#### 1 (.+)$/gm)).toEqual(kinds)
    expect([...text.matchAll(/^`([^`]+)`/gm)].map(([, id]) => id)).toEqual(ids)
  })

  it('as json', () => {
    const { changes, totals, exitCode } = JSON.parse(render('json', [before, after])) as {
      changes: { change: string; contract: { id: string; row?: string } }[]
      totals: Record<string, number>
      exitCode: number
    }
    const named = changes.map(({ change, contract: { id, row } }) => `${change} ${[id, row].filter(Boolean).join('#')}`)
    expect(named).toEqual(differs)
    expect(totals).toMatchObject({ [String(kinds[0])]: 1, same: 5 })
    expect(exitCode).toBe(/broken|unjudged/.test(String(kinds[0])) ? 1 : 0)
  })
})

it.each(equalPairs)('$name: every form says that nothing changed', ({ before, after }) => {
  for (const as of ['terminal', 'markdown'] as const) {
    expect(render(as, [before, after])).toContain('✓ Nothing changed: 6 cases are as they were.')
  }
  expect(JSON.parse(render('json', [before, after]))).toMatchObject({ changes: [], totals: { same: 6 }, exitCode: 0 })
})

it('shows what was expected and what was seen, before and after', () => {
  const pair = differingPairs.find(({ name }) => name === 'another fingerprint')
  expect(render('terminal', [pair?.before ?? [], pair?.after ?? []])).toContain(`≠ The probe
  functions/probe
  before  violated
    In step 1, the resolved value at .data is not what was promised.
      expected  { ok: true }
      observed  "seen as a"
  after   violated
    In step 1, the resolved value at .data is not what was promised.
      expected  { ok: true }
      observed  "seen as b"
`)
})

it('says what else differs, and which rows changed alike', () => {
  const of = (version: string, over: object): Event[] =>
    log(
      ['a', 'b', 'c'].map((row) => caseEvent({ contract: { id: 'x/y', row }, ...over })),
      { subjects: [{ ...sdk, dependencies: { axios: version } }] },
    )
  const broken = { result: { violations: [violation()] } }
  const text = render('terminal', [of('1.6.2', {}), of('1.13.2', broken)])
  expect(text).toContain('  differs  axios 1.6.2 → 1.13.2\n')
  expect(text).toContain('── 3 broken ─')
  expect(text.match(/x\/y · rows a, b and c\n/g)).toHaveLength(1)
})

it('of what is new, what is violated comes first, whatever there is no room for', () => {
  const held = Array.from({ length: 50 }, (_, at) => caseEvent({ contract: { id: `a/${at}` } }))
  const broken = caseEvent({ contract: { id: 'z/broken' }, result: { violations: [violation()] } })
  for (const as of ['terminal', 'markdown'] as const) {
    const text = render(as, [log([]), log([...held, broken])])
    expect(text.indexOf('z/broken')).toBeGreaterThan(0)
    expect(text.indexOf('z/broken')).toBeLessThan(text.indexOf('a/0'))
  }
})

it('names some of many circumstances, and counts the others', () => {
  const dependencies = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`package-${at}`, '1.0.0']))
  const of = (subject: typeof sdk): Event[] => log([caseEvent()], { subjects: [subject] })
  const pair = [of({ ...sdk, dependencies: {} }), of({ ...sdk, dependencies })] as const
  const text = render('markdown', pair)
  expect(text).toContain('package-7 none → 1.0.0 · and 4 more\n')
  expect(JSON.parse(render('json', pair))).toHaveProperty('circumstances.length', 12)
})

it('counts what it does not show', () => {
  const cases = Array.from({ length: 500 }, (_, at) =>
    caseEvent({ contract: { id: `a/${at}`, title: 't'.repeat(300) } }),
  )
  const pair = [log(cases), log([])] as const
  expect(render('terminal', pair)).toContain('and 460 further cases; --as json names them all')
  expect(render('markdown', pair)).toMatch(/… \d+ further cases left out: no room/)
  expect(render('markdown', pair).length).toBeLessThan(60_000)
})

describe('text of a subject is data', () => {
  it.each(Object.entries(hostile))('%s', (_, text) => {
    const pair = [poisoned(text, 'one'), poisoned(text, 'other')] as const
    const line = /^(?:\n|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])*$/u
    for (const as of ['terminal', 'markdown'] as const) {
      expect(render(as, pair)).toMatch(line)
      expect(render(as, pair).split('\n')).not.toContain('✓ everything holds')
    }
    const outsideCode = render('markdown', pair)
      .replace(/^```.*?^```$/gms, '')
      .replace(/(`+).*?\1/g, '')
    expect(outsideCode).not.toMatch(/<script|<img|@octocat/)
    expect(render('json', pair)).not.toMatch(/[\u007f-\u009f\u202e\u2028\ufeff]/)
  })
})

/** A text in every place of a log that a comparison shows. */
function poisoned(text: string, fingerprint: string): Event[] {
  const short = text.slice(0, 300)
  const seen = violation({ fingerprint, mismatch: mismatch({ path: [short], expected: text, observed: [text] }) })
  const standing = { known: { [fingerprint]: short }, unexpected: [] }
  const later = fingerprint === 'other'
  return log(
    [
      caseEvent({ subject: short, contract: { id: short, row: short, title: short }, result: { violations: [seen] } }),
      caseEvent({ subject: short, contract: { id: 'a/b', row: short }, result: { violations: [seen] }, standing }),
      caseEvent({
        subject: short,
        contract: { id: 'c/d' },
        result: later ? { verdict: 'untestable', reason: short } : {},
      }),
    ],
    {
      suite: short,
      harness: later ? short : '1',
      subjects: [{ ...sdk, id: short, runtimeVersion: later ? short : '1' }],
    },
  )
}
