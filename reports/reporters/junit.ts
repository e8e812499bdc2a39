import type { RecordedDeviation } from '../../harness/model/event.ts'
import { aboutTheRun, type AboutTheRun } from '../about-the-run.ts'
import { isRed } from '../classify.ts'
import type { Report, Result } from '../fold.ts'
import { sayKeeping } from '../say-keeping.ts'
import { showMismatch } from '../show-mismatch.ts'
import { visible } from '../visible.ts'
import { liesWith, ownerWords } from '../words.ts'
import { reportAtEnd, type Reporter, type Sink } from './reporter.ts'
import { pageFor } from './terminal/page.ts'
import { topicOf } from './terminal/topics.ts'
import { showViolation } from './terminal/violation.ts'
import { element, renderXml, type Element } from './xml.ts'

/**
 * JUnit XML for a CI: a suite for each topic, a test case for each case. Red is a failure or an error there too, and
 * nothing else is: known deviations, warnings and notes pass, with what was seen as their output.
 */
export function junitReporter(sink: Sink): Reporter {
  return reportAtEnd(sink, renderJunit)
}

export function renderJunit(report: Report): string {
  const groups = Map.groupBy(report.results, (result) => suiteName(result, report))
  const suites = [
    ...[...groups].map(([name, results]) =>
      suite({ name, report, cases: results.map((each) => testCase(each, report)) }),
    ),
    ...runSuite(report),
  ]
  const time = seconds(report.durationMs ?? 0)
  const name = visible(`base44-conformance ${report.header.suite}`)
  return renderXml(element('testsuites', { name, ...tally(suites.flatMap((each) => each.children)), time }, suites))
}

function suiteName({ event }: Result, { header }: Report): string {
  const topic = visible(topicOf(event.contract.id))
  return header.subjects.length > 1 ? `${topic} (${visible(event.subject)})` : topic
}

function suite({ name, report, cases }: { name: string; report: Report; cases: readonly Element[] }): Element {
  const time = cases.reduce((sum, each) => sum + Number(each.attributes['time'] ?? 0), 0).toFixed(3)
  return element('testsuite', { name, ...tally(cases), time, timestamp: report.header.startedAt }, cases)
}

function tally(cases: readonly (Element | string)[]): Record<string, number> {
  const having = (child: string): number =>
    cases.filter(
      (each) => typeof each !== 'string' && each.children.some((of) => typeof of !== 'string' && of.name === child),
    ).length
  return { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') }
}

function testCase(result: Result, report: Report): Element {
  const { contract, result: outcome } = result.event
  const row = contract.row === undefined ? '' : ` (${contract.row})`
  const attributes = {
    name: visible(contract.title + row),
    classname: visible(contract.id.replaceAll('/', '.')),
    file: visible(contract.file),
    line: contract.line,
    time: seconds(outcome.durationMs),
  }
  return element('testcase', attributes, outcomeOf(result, report))
}

function outcomeOf(result: Result, report: Report): Element[] {
  const { reason = '', owner } = result.event.result
  const whose = owner === undefined ? '' : ` (${liesWith(owner)})`
  if (result.class === 'inapplicable') return [element('skipped', { message: visible(reason) + whose })]
  if (result.class === 'untestable') {
    const advice = owner === undefined ? [] : [ownerWords[owner].advice]
    return [
      element('error', { message: visible(reason) + whose, type: 'untestable' }, [
        [visible(reason), ...advice].join('\n'),
      ]),
    ]
  }
  const known = result.known.map(
    ({ deviation }) =>
      `known deviation ${visible(deviation.id)}: ${visible(deviation.instead)}${keeping(deviation)}${whose}`,
  )
  const found = result.unexpected.map((violation) => evidence(result, violation, report))
  const notes = (lines: readonly string[]): Element[] =>
    lines.length === 0 ? [] : [element('system-out', {}, [lines.join('\n\n')])]
  if (!isRed(result.class, { strict: report.header.strict ?? false })) return notes([...known, ...found])
  return [failure(result, found), ...notes(known)]
}

function failure({ event, unexpected }: Result, found: readonly string[]): Element {
  const [first] = unexpected
  const { owner } = event.result
  const whose = owner === undefined ? '' : ` (${liesWith(owner)})`
  const message = first === undefined ? '' : showMismatch(first.mismatch, { width: 100 }).sentence + whose
  return element('failure', { message, type: first?.mismatch.kind }, [found.join('\n\n')])
}

function evidence(result: Result, violation: Result['unexpected'][number], report: Report): string {
  return showViolation({ result, violation }, pageFor(report, { colour: false, width: 100 })).join('\n')
}

function runSuite(report: Report): Element[] {
  const cases = aboutTheRun(report).map(({ kind, name, message }) => {
    const { child, type, classname } = runWords[kind]
    return element('testcase', { name, classname, time: seconds(0) }, [element(child, { message, type }, [message])])
  })
  return cases.length === 0 ? [] : [suite({ name: 'the run itself', report, cases })]
}

const runWords: Readonly<Record<AboutTheRun['kind'], { child: string; type: string; classname: string }>> = {
  stale: { child: 'failure', type: 'outdated', classname: 'deviations' },
  expired: { child: 'failure', type: 'outdated', classname: 'deviations' },
  lost: { child: 'error', type: 'lost', classname: 'run' },
  'not-run': { child: 'error', type: 'not-run', classname: 'run' },
}

function keeping(deviation: RecordedDeviation): string {
  const said = sayKeeping(deviation)
  return said.length === 0 ? '' : ` (${said.join(', ')})`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}
