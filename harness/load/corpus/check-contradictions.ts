import semver from 'semver'
import { backendOf } from '../../language/backend-of.ts'
import type { Deviation } from '../../model/deviation.ts'
import type { Problem } from '../../model/problem.ts'
import { caseId } from './cases.ts'

/** Two deviations that claim the same failure of the same versions: one of them is superfluous, or wrong. */
export function checkContradictions(deviations: readonly Deviation[]): readonly Problem[] {
  return deviations.flatMap((deviation, index) =>
    deviations
      .slice(0, index)
      .filter((other) => contradict(deviation, other))
      .map((other) => ({
        place: deviation.place,
        doing: `deviation ${deviation.id}`,
        seen: `the same failure of \`${caseId(deviation.contract, deviation.row)}\` as deviation ${other.id} (${other.place.file}), for versions that both cover: \`${deviation.versions}\` and \`${other.versions}\``,
        wanted: 'one entry, or ranges that do not meet',
      })),
  )
}

function contradict(a: Deviation, b: Deviation): boolean {
  return (
    a.contract === b.contract &&
    a.row === b.row &&
    a.fingerprint === b.fingerprint &&
    backendOf(a) === backendOf(b) &&
    semver.intersects(a.versions, b.versions, { includePrerelease: true })
  )
}
