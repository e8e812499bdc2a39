import { aboutTheRun } from '../about-the-run.ts'
import { isRed } from '../classify.ts'
import type { Report, Result } from '../fold.ts'
import { shorten } from '../shorten.ts'
import { ctrfTest, runTest, type CtrfStatus, type CtrfTest } from './ctrf/test.ts'
import { plainJson } from './plain-json.ts'
import { reportAtEnd, type Reporter, type Sink } from './reporter.ts'

/** Of https://ctrf.io, schema of November 2026. */
const specVersion = '0.1.0'

/**
 * Common Test Report Format, for whatever reads that: a test for each case. Red is failed there too, and nothing else
 * is; what holds has passed; what deviates as recorded, warns or is noted is neither, so `other`.
 */
export function ctrfReporter(sink: Sink): Reporter {
  return reportAtEnd(sink, (report) => `${plainJson(ctrfReport(report), { indent: 2 })}\n`)
}

export function ctrfReport(report: Report): object {
  const { harness, suite, subjects, seed } = report.header
  const tests = [
    ...report.results.map((result) => ctrfTest(result, { report, status: statusOf(result, report) })),
    ...aboutTheRun(report).map(runTest),
  ]
  return {
    reportFormat: 'CTRF',
    specVersion,
    timestamp: new Date(endOf(report)).toISOString(),
    generatedBy: 'base44-conformance',
    results: {
      tool: { name: 'base44-conformance', version: shorten(harness) },
      summary: summaryOf(tests, report),
      tests,
      environment: {
        reportName: shorten(`base44-conformance ${suite}`),
        ...(subjects.length === 1 && appOf(subjects)),
        healthy: report.exitCode === 0,
        extra: { suite: shorten(suite), seed, subjects: subjects.map(({ id }) => shorten(id)) },
      },
    },
  }
}

function statusOf(result: Result, { header }: Report): CtrfStatus {
  if (isRed(result.class, { strict: header.strict ?? false })) return 'failed'
  if (result.class === 'inapplicable') return 'skipped'
  return result.class === 'holds' ? 'passed' : 'other'
}

function summaryOf(tests: readonly CtrfTest[], report: Report): object {
  const of = (status: CtrfStatus): number => tests.filter((test) => test.status === status).length
  return {
    tests: tests.length,
    passed: of('passed'),
    failed: of('failed'),
    skipped: of('skipped'),
    pending: of('pending'),
    other: of('other'),
    flaky: tests.filter((test) => test.flaky === true).length,
    suites: new Set(tests.map(({ suite }) => JSON.stringify(suite))).size,
    start: Date.parse(report.header.startedAt),
    stop: endOf(report),
    duration: Math.round(report.durationMs ?? 0),
    extra: { totals: report.totals, exitCode: report.exitCode },
  }
}

/** A log that breaks off does not say when: then the beginning is all that is known. */
function endOf({ header, durationMs = 0 }: Report): number {
  return Date.parse(header.startedAt) + Math.round(durationMs)
}

function appOf([subject]: Report['header']['subjects']): object {
  return subject === undefined ? {} : { appName: shorten(subject.id), appVersion: shorten(subject.version) }
}
