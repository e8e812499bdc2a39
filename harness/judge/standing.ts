import type { CaseResult } from '../model/verdict.ts'
import type { Deviation } from '../model/deviation.ts'
import type { Standing } from '../model/event.ts'

/**
 * How the recorded deviations of a case bear on what was found: a known way of failing is expected, any other
 * is not; an entry whose witness no longer fails in that way is stale, one whose date has passed is expired.
 */
export function standingOf({
  result,
  deviations,
  today,
}: {
  result: CaseResult
  deviations: readonly Deviation[]
  /** ISO date. */
  today: string
}): Standing {
  const byFingerprint = new Map(deviations.map((deviation) => [deviation.fingerprint, deviation]))
  const stale = deviations
    .filter(({ id, fingerprint }) => Object.hasOwn(result.witnessed, id) && result.witnessed[id] !== fingerprint)
    .map(({ id }) => id)
  const expired = deviations.filter(({ until }) => until !== undefined && until < today).map(({ id }) => id)
  const seen = result.violations.map(({ fingerprint }) => fingerprint)
  return {
    known: Object.fromEntries(
      seen.flatMap((fingerprint) => {
        const deviation = byFingerprint.get(fingerprint)
        return deviation === undefined ? [] : [[fingerprint, deviation.id]]
      }),
    ),
    unexpected: seen.filter((fingerprint) => !byFingerprint.has(fingerprint)),
    stale,
    expired,
    // What is recorded is the suite's, and so is keeping it true.
    ...(stale.length + expired.length > 0 && { owner: 'suite' as const }),
  }
}
