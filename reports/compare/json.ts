import type { Report, Result } from '../fold.ts'
import { plainJson } from '../reporters/plain-json.ts'
import { changeKinds, stateOf } from './change-of.ts'
import { circumstancesOf } from './circumstances.ts'
import type { Change, Comparison } from './compare-runs.ts'

/** Counts breaking changes of this document; fields are added without one. */
const comparisonSchema = 1

/** The whole comparison as one JSON document. */
export function comparisonJson(comparison: Comparison): string {
  const { before, after, changes, same, exitCode } = comparison
  const totals = Object.fromEntries(
    changeKinds.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]),
  )
  const document = {
    schema: comparisonSchema,
    before: jsonRun(before),
    after: jsonRun(after),
    circumstances: circumstancesOf(comparison),
    changes: changes.map(jsonChange),
    totals: { ...totals, same },
    exitCode,
  }
  return `${plainJson(document, { indent: 2 })}\n`
}

function jsonRun({ header }: Report): object {
  const { harness, startedAt, seed, runs, plan, planned, suite, subjects } = header
  return { harness, startedAt, seed, runs, plan, planned, suite, subjects }
}

function jsonChange({ kind, contract, subject, before, after }: Change): object {
  const { id, row, title, level, provenance } = contract
  return {
    change: kind,
    contract: { id, ...(row !== undefined && { row }), title, level, provenance: provenance.kind },
    subject: { before: subject.before?.id ?? null, after: subject.after?.id ?? null },
    before: jsonSide(before),
    after: jsonSide(after),
  }
}

function jsonSide(result: Result | undefined): object {
  if (result === undefined) return { verdict: stateOf(result) }
  const { verdict, reason, violations } = result.event.result
  const known = new Map(result.known.map(({ violation, deviation }) => [violation, deviation.id]))
  return {
    verdict,
    ...(reason !== undefined && { reason }),
    ...(violations.length > 0 && {
      violations: violations.map((violation) => ({
        fingerprint: violation.fingerprint,
        ...(known.has(violation) && { deviation: known.get(violation) }),
        expected: violation.mismatch.expected,
        observed: violation.mismatch.observed,
        replay: violation.replay,
      })),
    }),
  }
}
