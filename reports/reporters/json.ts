import type { DescribedContract } from '../../harness/model/event.ts'
import type { Violation } from '../../harness/model/verdict.ts'
import type { Report, Result, SeenDeviation } from '../fold.ts'
import { profilesOf, type KeptProfile } from '../profiles.ts'
import { plainJson } from './plain-json.ts'
import { reportAtEnd, type Reporter, type Sink } from './reporter.ts'

/** Counts breaking changes of the json report; fields are added without one. */
export const jsonSchema = 1

/** One JSON document with a result for each case; bytes as base64. */
export function jsonReporter(sink: Sink): Reporter {
  return reportAtEnd(sink, (report) => `${plainJson(jsonReport(report), { indent: 2 })}\n`)
}

export function jsonReport(report: Report): object {
  const { kind: _, ...header } = report.header
  return {
    schema: jsonSchema,
    header,
    results: report.results.map((result) => jsonResult(result, report)),
    ...(report.stale.length > 0 && { stale: report.stale.map(jsonEntry) }),
    ...(report.expired.length > 0 && { expired: report.expired.map(jsonEntry) }),
    ...(report.header.profiles && { profiles: profilesOf(report).map(jsonProfile) }),
    totals: report.totals,
    ...(report.incomplete && { incomplete: report.incomplete }),
    exitCode: report.exitCode,
  }
}

function jsonProfile({ subject, profile, kept, inapplicable, leftOut }: KeptProfile): object {
  return { subject, profile: profile.name, ...kept, inapplicable, leftOut }
}

/** A recorded deviation that is no longer true, and whose that is. */
function jsonEntry({ deviation, event, owner }: SeenDeviation): object {
  return { deviation: deviation.id, case: event.id, subject: event.subject, owner }
}

/** What leads is what to look at first: the first unexpected violation, else the first known one. */
function jsonResult({ event, unexpected, known }: Result, report: Report): object {
  const { result } = event
  const leading = unexpected[0] ?? known[0]?.violation
  const ids = new Map(known.map(({ violation, deviation }) => [violation, deviation.id] as const))
  return {
    contract: jsonContract(event.contract),
    subject: jsonSubject(event.subject, report),
    verdict: result.verdict,
    ...(result.owner && { owner: result.owner }),
    ...(result.reason !== undefined && { reason: result.reason }),
    ...(leading && jsonViolation(leading, ids.get(leading))),
    ...(result.violations.length > 1 && {
      violations: result.violations.map((each) => jsonViolation(each, ids.get(each))),
    }),
    durationMs: result.durationMs,
  }
}

function jsonContract({ id, row, title, level, cites, provenance }: DescribedContract): object {
  return {
    id,
    ...(row !== undefined && { row }),
    title,
    level,
    cites,
    ...(provenance.kind !== 'documented' && { [provenance.kind]: provenance.reason }),
  }
}

function jsonSubject(id: string, { header }: Report): object {
  const subject = header.subjects.find((each) => each.id === id)
  if (subject === undefined) return { id }
  const { kind, version, runtime } = subject
  return { kind, id, version, runtime }
}

function jsonViolation(
  { fingerprint, mismatch, counterexample, history, exchanges, replay }: Violation,
  known?: string,
): object {
  return {
    ...(known !== undefined && { deviation: known }),
    fingerprint,
    expected: mismatch.expected,
    observed: mismatch.observed,
    counterexample,
    ...(history && { history }),
    exchanges,
    replay,
  }
}
