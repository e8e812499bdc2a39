import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { CaseEvent, Event } from '../../harness/model/event.ts'
import { caseEvent, exchange, footer, header, log, mismatch, sdk, violation } from '../fixtures/events.ts'
import { hostile } from '../fixtures/hostile.ts'
import { sampleRun } from '../fixtures/sample-run.ts'
import { foldEvents } from '../fold.ts'
import { renderTerminal, terminalReporter } from './terminal.ts'

const plain = { colour: false, width: 80 }

function render(events: readonly Event[], options: Parameters<typeof renderTerminal>[1] = plain): string {
  return renderTerminal(foldEvents(events), options)
}

function lastLines(events: readonly Event[]): string {
  return render(events).trimEnd().split('\n').slice(-2).join('\n')
}

describe('the whole of it', () => {
  it('is what a reader should see, at 80 columns', async () => {
    await expect(render(sampleRun())).toMatchFileSnapshot('../fixtures/terminal-80.txt')
  })

  it.each([20, 60, 80, 101, 500])('keeps within %d columns, commands that are to be copied excepted', (width) => {
    const within = Math.min(120, Math.max(60, width))
    const wide = render(sampleRun(), { colour: false, width, reasons: true })
      .split('\n')
      .filter((line) => line.length > within && !/base44-conformance (?:run|explain) /.test(line))
    expect(wide).toEqual([])
  })

  it('has colours only where they are wanted, and says the same with them', () => {
    const coloured = render(sampleRun(), { colour: true, width: 80 })
    expect(coloured).toContain('\u001b[31m')
    expect(stripVTControlCharacters(coloured)).toBe(render(sampleRun()))
  })

  it('comes at the end, once', () => {
    const written: string[] = []
    const reporter = terminalReporter({ write: (text) => void written.push(text) }, plain)
    for (const event of sampleRun()) reporter.event(event)
    expect(written).toEqual([])
    void reporter.end?.()
    expect(written).toEqual([render(sampleRun())])
  })
})

describe('the verdict', () => {
  const violated = caseEvent({ result: { violations: [violation({ fingerprint: 'f' })] } })
  const known = { ...violated, standing: { known: { f: 'd' }, unexpected: [], stale: [], expired: [] } }
  const stale = caseEvent({ standing: { stale: ['d'] } })

  it.each<[string, Event[], string]>([
    ['kept', log([caseEvent()]), '✓ @base44/sdk@0.8.50 keeps every promise: 1 case holds.'],
    [
      'deviating',
      log([caseEvent(), known]),
      '✓ @base44/sdk@0.8.50 keeps what it is known to keep: 1 case holds, 1 deviates as recorded.',
    ],
    ['violated', log([violated]), '✗ @base44/sdk@0.8.50 does not pass: 1 of 1 case violated.'],
    ['stale', log([stale]), 'but the record is out of date: 1 stale deviation.'],
    ['idle', log([caseEvent({ result: { verdict: 'inapplicable' } })]), '– Nothing was asked of @base44/sdk@0.8.50'],
    [
      'cut off',
      [header({ planned: 2 }), caseEvent()],
      '✗ This log breaks off before its end: 1 of 2 cases were run, 1 not run (lies with the environment).',
    ],
    [
      'interrupted',
      [header({ planned: 2 }), caseEvent(), footer({ interrupted: true, exitCode: 130 })],
      '✗ Interrupted: 1 of 2 cases were run',
    ],
    ['failed', [header(), caseEvent(), footer({ exitCode: 5 })], 'was not judged to the end (exit code 5).'],
  ])('is one sentence: %s', (_, events, sentence) => {
    expect(render(events).replace(/\n\s*/g, ' ')).toContain(sentence)
  })

  it('ends with what it took', () => {
    expect(lastLines(log([caseEvent()]))).toMatch(/\n1 case · 100 draws · 100 calls · 3\.4 s$/)
  })
})

describe('violations', () => {
  it('are told once where everything fails in one way', () => {
    const crash = violation({
      mismatch: mismatch({
        kind: 'crashed',
        expectation: 'conduct',
        path: [],
        observed: { $error: { class: 'SyntaxError', message: 'x' } },
      }),
      exchanges: [],
      counterexample: {},
    })
    const cases = ['a/a', 'a/b', 'b/c'].map((id) => caseEvent({ contract: { id }, result: { violations: [crash] } }))
    const text = render(log(cases))
    expect(text).toContain('All 3 cases that ran on @base44/sdk@0.8.50 fail in one and the same way')
    expect(text.match(/it took the thread/g)).toHaveLength(1)
    expect(text).toContain('── 3 violated ─')
  })

  it('are each shown where one case has several, and the rest of the wire is counted', () => {
    const exchanges = Array.from({ length: 5 }, (_, index) => exchange({ request: { target: `/${index}` } }))
    const event = caseEvent({
      result: { violations: [violation({ fingerprint: 'a', exchanges }), violation({ fingerprint: 'b' })] },
    })
    const text = render(log([event]))
    expect(text).toContain('── 1 violated in 2 ways ─')
    expect(text).toContain('On the wire (2 earlier exchanges left out)')
    expect(text).not.toContain('POST /1\n')
  })

  it('are told once for all rows of a contract that fail alike', () => {
    const row = (name: string): CaseEvent =>
      caseEvent({ contract: { row: name }, result: { violations: [violation()] } })
    const other = violation({ mismatch: mismatch({ observedClass: 'string', observed: 'x' }) })
    const text = render(
      log([row('a'), row('b'), row('c'), caseEvent({ contract: { row: 'd' }, result: { violations: [other] } })]),
    )
    expect(text).toContain('── 4 violated ─')
    expect(text.match(/^✗ invoke/gm)).toHaveLength(2)
    expect(text).toContain('\n\n  Rows b and c fail in the same way.\n\n')
  })

  it('show no more of a value than can be read', () => {
    const deep = Object.fromEntries(
      Array.from({ length: 19 }, (_, index) => [`key${index}`, { nested: [{ deeper: index }] }]),
    )
    const text = render(
      log([caseEvent({ result: { violations: [violation({ mismatch: mismatch({ observed: deep }) })] } })]),
    )
    expect(text.split('\n').filter((line) => line.includes('key')).length).toBeLessThan(12)
  })

  it('are run again with what the run was given', () => {
    const event = caseEvent({ result: { violations: [violation()] } })
    expect(render(log([event], { flags: ['--no-known', '--runs', '500'] }))).toContain(
      `run again  base44-conformance run --replay functions/invoke-resolves-to-the-raw-axios-response@-1234:17:3.9f2c --no-known\n`,
    )
  })

  it('name the subject where there are several', () => {
    const subjects = [sdk, { ...sdk, id: './build', version: '1.0.0' }]
    const text = render(
      log([caseEvent(), caseEvent({ subject: './build', result: { violations: [violation()] } })], { subjects }),
    )
    expect(text).toContain('functions/invoke-resolves-to-the-raw-axios-response · ./build')
    expect(text).toContain('  ./build (1.0.0) on node')
    expect(text).toContain('✗ The 2 subjects do not pass: 1 of 2 cases violated.')
  })

  it('include warnings where the run was strict', () => {
    const warning = caseEvent({ contract: { level: 'should' }, result: { violations: [violation()] } })
    expect(render(log([warning]))).toContain('── 1 warning ─')
    expect(render(log([warning], { strict: true }))).toContain('── 1 violated ─')
  })
})

it('tells one reason once for all that could not be tested', () => {
  const cases = Array.from({ length: 8 }, (_, index) =>
    caseEvent({
      contract: { id: `a/${index}` },
      result: { verdict: 'untestable', reason: 'no Deno', owner: 'environment' },
    }),
  )
  const text = render(log([...cases, caseEvent()]))
  expect(text.match(/no Deno/g)).toHaveLength(1)
  expect(text).toContain('and 3 cases')
  expect(text).toContain('→ It lies with the environment. Provide what is missing on this')
})

const kept = {
  id: 'd',
  case: 'a/b',
  subject: sdk.id,
  fingerprint: violation().fingerprint,
  instead: 'x',
  reason: 'y',
  owner: 'Ada',
  link: 'https://example.org/7',
  until: '2026-01-31',
}

it('says who keeps a deviation, where and until when', () => {
  const standing = { known: { [kept.fingerprint]: 'd' }, unexpected: [] }
  const known = caseEvent({ result: { violations: [violation()] }, standing })
  const said = render(log([known], { deviations: [kept] }), { colour: false, width: 120 })
  expect(said).toContain('    x  owner Ada  https://example.org/7  until 2026-01-31  explain d\n')
})

it('says whose an expired deviation is', () => {
  const expired = caseEvent({ standing: { expired: ['d'] } })
  const said = render(log([expired], { deviations: [kept] }), { colour: false, width: 120 })
  expect(said.replaceAll(/\n +/g, ' ')).toContain(
    'Its date (2026-01-31) has passed. Have the promise kept, or look at it again and set a later date. Its owner is Ada. It is being dealt with at https://example.org/7',
  )
})

it('lists rows of which the same deviation is recorded in one line', () => {
  const row = (name: string): CaseEvent =>
    caseEvent({
      contract: { row: name, title: 'A promise', id: 'a/b' },
      result: { violations: [violation({ fingerprint: name })] },
      standing: { known: { [name]: `a/b-${name}` }, unexpected: [] },
    })
  const deviations = ['x', 'y'].map((name) => ({
    id: `a/b-${name}`,
    case: `a/b#${name}`,
    subject: sdk.id,
    fingerprint: name,
    instead: 'it is not kept',
    reason: '',
  }))
  expect(render(log([row('x'), row('y')], { deviations }), { colour: false, width: 100 })).toContain(
    '── 2 known deviations of the SDK ─'.padEnd(100, '─') +
      '\n\n≈ A promise\n    x: it is not kept  explain a/b-x\n    y: it is not kept  explain a/b-y\n',
  )
})

it('tells once what a backend hands on at one route, however many promises meet it', () => {
  const row = (name: string): CaseEvent =>
    caseEvent({
      contract: { row: name, id: `a/${name}` },
      result: { violations: [violation({ fingerprint: name })], owner: 'backend' },
      standing: { known: { [name]: 'forwards' }, unexpected: [] },
    })
  const recorded = { id: 'forwards', case: 'a/x#x', subject: sdk.id, fingerprint: 'x', route: '/functions/**' }
  const deviations = [{ ...recorded, instead: 'it is handed on', reason: '' }]
  expect(render(log([row('x'), row('y')], { deviations }), { colour: false, width: 100 })).toContain(
    '── 1 known deviation of the backend ─'.padEnd(100, '─') +
      '\n\n≈ /functions/** in 2 cases\n    it is handed on  explain forwards\n',
  )
})

it('lists what does not apply only on request', () => {
  expect(render(sampleRun())).not.toContain('only in the runtime deno')
  expect(render(sampleRun(), { ...plain, reasons: true })).toContain('only in the runtime deno')
})

describe('text of a subject', () => {
  it.each(Object.entries(hostile))('is data: %s', (_, text) => {
    const rendered = render(poisonedLog(text), { ...plain, reasons: true })
    expect(rendered).toMatch(/^(?:\n|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])*$/u)
    expect(rendered.length).toBeLessThan(40_000)
  })

  it('cannot forge a line', () => {
    const rendered = render(poisonedLog(hostile['newline'] ?? ''), plain)
    expect(rendered.split('\n')).not.toContain('✓ everything holds')
  })
})

/** A log with a text in every place that a subject has a say in, and in those that it has not. */
function poisonedLog(text: string): Event[] {
  const short = text.slice(0, 300)
  const seen = violation({
    mismatch: mismatch({ path: [short, 'x'], expected: text, observed: { [short]: text }, observedClass: short }),
    counterexample: { [short]: { $error: { class: short, message: text } } },
    exchanges: [
      exchange({
        client: short,
        request: { target: text, headers: [[short, text]], body: new TextEncoder().encode(text) },
      }),
    ],
  })
  const known: CaseEvent['standing'] = {
    known: { [seen.fingerprint]: short },
    unexpected: [],
    stale: [short],
    expired: [short],
  }
  const contract = { title: short, id: `${short}/x`, row: short, file: short, cites: ['FM-06', short] }
  return log(
    [
      caseEvent({ subject: short, contract, result: { violations: [seen] } }),
      caseEvent({ subject: short, contract: { ...contract, level: 'should' }, result: { violations: [seen] } }),
      caseEvent({ subject: short, contract, result: { violations: [seen] }, standing: known }),
      caseEvent({ subject: short, contract, result: { verdict: 'untestable', reason: short } }),
      caseEvent({ subject: short, contract, result: { verdict: 'inapplicable', reason: short } }),
    ],
    {
      suite: short,
      harness: short,
      flags: [short],
      subjects: [{ ...sdk, id: short, version: short, runtimeVersion: short }, sdk],
      statements: { 'FM-06': { document: short, section: short, quote: short } },
      deviations: [
        {
          id: short,
          case: 'c',
          subject: short,
          fingerprint: 'f',
          instead: short,
          reason: short,
          until: short,
          owner: short,
          link: short,
        },
      ],
    },
  )
}
