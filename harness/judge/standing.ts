import type { CaseResult, Violation } from '../model/verdict.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Standing } from '../model/event.ts'

/**
 * How the recorded deviations of a case bear on what was found: a known way of failing is expected, any other
 * is not; an entry whose witness no longer fails in that way is stale, one whose date has passed is expired.
 */
export function standingOf({
  result,
  deviations,
  routes = [],
  today,
}: {
  result: CaseResult
  deviations: readonly Deviation[]
  /** Entries that are known by a route, whatever the contract. */
  routes?: readonly Deviation[]
  /** ISO date. */
  today: string
}): Standing {
  const byFingerprint = new Map(deviations.map((deviation) => [deviation.fingerprint, deviation]))
  const stale = deviations
    .filter(({ id, fingerprint }) => Object.hasOwn(result.witnessed, id) && result.witnessed[id] !== fingerprint)
    .map(({ id }) => id)
  const expired = deviations.filter(({ until }) => until !== undefined && until < today).map(({ id }) => id)
  const recorded = (violation: Violation): Deviation | undefined =>
    byFingerprint.get(violation.fingerprint) ?? routes.find((entry) => isOfRoute(violation, entry))
  return {
    known: Object.fromEntries(
      result.violations.flatMap((violation) => {
        const deviation = recorded(violation)
        return deviation === undefined ? [] : [[violation.fingerprint, deviation.id]]
      }),
    ),
    unexpected: result.violations
      .filter((violation) => recorded(violation) === undefined)
      .map(({ fingerprint }) => fingerprint),
    stale,
    expired,
    // What is recorded is the suite's, and so is keeping it true.
    ...(stale.length + expired.length > 0 && { owner: 'suite' as const }),
  }
}

/** What a backend hands on to another host is one finding a route. */
function isOfRoute({ mismatch: { kind, observedClass } }: Violation, { route }: Deviation): boolean {
  return kind === 'escaped' && observedClass === `forward ${route}`
}
