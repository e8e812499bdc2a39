import { aboutTheRun, type AboutTheRun } from '../about-the-run.ts'
import type { Report } from '../fold.ts'
import { shorten } from '../shorten.ts'
import { plainJson } from './plain-json.ts'
import { reportAtEnd, type Reporter, type Sink } from './reporter.ts'
import { sarifText, type SarifMessage } from './sarif/message.ts'
import { sarifResults } from './sarif/results.ts'
import { sarifRules } from './sarif/rules.ts'

/** SARIF 2.1.0, for code scanning: a rule for each contract that was judged, a result for each way it is broken. */
export function sarifReporter(sink: Sink): Reporter {
  return reportAtEnd(sink, (report) => `${plainJson(sarifReport(report), { indent: 2 })}\n`)
}

export function sarifReport(report: Report): object {
  const { harness, suite, seed, subjects } = report.header
  const rules = sarifRules(report)
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'base44-conformance', version: shorten(harness), rules } },
        invocations: [invocation(report)],
        results: sarifResults(report, rules),
        properties: { suite: shorten(suite), seed, subjects: subjects.map(({ id }) => shorten(id)) },
      },
    ],
  }
}

/** What was found is told by results. That something kept the run from its end, or a record is out of date, is not. */
function invocation(report: Report): object {
  const about = aboutTheRun(report)
  const of = (isOf: (one: AboutTheRun) => boolean): Notification[] => about.filter(isOf).map(notification)
  const outdated = of(({ kind }) => kind === 'stale' || kind === 'expired')
  const unfinished = of(({ kind }) => kind === 'lost' || kind === 'not-run')
  return {
    executionSuccessful: unfinished.length === 0 && [0, 1, 3].includes(report.exitCode),
    exitCode: report.exitCode,
    startTimeUtc: report.header.startedAt,
    ...(unfinished.length > 0 && { toolExecutionNotifications: unfinished }),
    ...(outdated.length > 0 && { toolConfigurationNotifications: outdated }),
  }
}

interface Notification {
  readonly level: 'error'
  readonly message: SarifMessage
}

function notification({ message }: AboutTheRun): Notification {
  return { level: 'error', message: sarifText(message) }
}
