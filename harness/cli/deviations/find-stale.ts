import type { Deviation } from '../../model/deviation.ts'
import type { CaseEvent, RecordedDeviation } from '../../model/event.ts'
import type { SubjectIdentity } from '../../model/subject.ts'
import { deviationDigest } from '../../deviation-digest.ts'
import { covers } from '../../plan/applies.ts'
import type { Report } from '../../../reports/fold.ts'

/** Why a run says nothing about an entry. */
export type Unjudged =
  /** The version of no subject is in its range. */
  | 'out-of-range'
  /** The run did not get to its end. */
  | 'cut-short'
  | 'not-run'
  /** The run did not look at it: it came later, or recorded deviations were left out. */
  | 'not-looked-at'
  /** It says something else than what was judged. */
  | 'changed-since'
  | 'not-testable'

/** What a run says about an entry. */
export type Fate =
  | { readonly kind: 'deviates' }
  /** On every judged version in its range; `otherwise`: the ways in which its witness fails now. */
  | { readonly kind: 'stale'; readonly versions: readonly string[]; readonly otherwise: readonly string[] }
  /** On some versions it still deviates: its range has to change. */
  | { readonly kind: 'partly-stale'; readonly stale: readonly string[]; readonly deviating: readonly string[] }
  | { readonly kind: 'unjudged'; readonly why: Unjudged }

/** Holds an entry against a run; only what was judged on every subject in its range can be stale. */
export function fateOf(entry: Deviation, report: Report): Fate {
  const inRange = report.header.subjects.filter((subject) => covers(entry, subject))
  if (inRange.length === 0) return { kind: 'unjudged', why: 'out-of-range' }
  const looks = inRange.map((subject) => ({ version: subject.version, look: lookAt({ entry, subject, report }) }))
  const unjudged = looks.find(({ look }) => typeof look === 'string')
  const versionsThat = (now: 'stale' | 'deviates'): string[] => [
    ...new Set(looks.flatMap(({ look, version }) => (typeof look === 'object' && look.now === now ? [version] : []))),
  ]
  const [stale, deviating] = [versionsThat('stale'), versionsThat('deviates')]
  if (stale.length > 0 && deviating.length > 0) return { kind: 'partly-stale', stale, deviating }
  if (typeof unjudged?.look === 'string') return { kind: 'unjudged', why: unjudged.look }
  if (stale.length === 0) return { kind: 'deviates' }
  if (report.interrupted || report.incomplete !== undefined) return { kind: 'unjudged', why: 'cut-short' }
  return { kind: 'stale', versions: stale, otherwise: [...new Set(looks.flatMap(({ look }) => otherwise(look)))] }
}

type Look = Unjudged | { readonly now: 'stale' | 'deviates'; readonly seen: string | null }

function otherwise(look: Look): readonly string[] {
  return typeof look === 'object' && look.seen !== null ? [look.seen] : []
}

interface Looking {
  readonly entry: Deviation
  readonly subject: SubjectIdentity
  readonly report: Report
}

function lookAt({ entry, subject, report }: Looking): Look {
  const id = entry.row === undefined ? entry.contract : `${entry.contract}#${entry.row}`
  const event = report.results.find((one) => one.event.id === id && one.event.subject === subject.id)?.event
  if (event === undefined) return report.incomplete === undefined ? 'not-run' : 'cut-short'
  if (event.result.verdict === 'inapplicable') return 'not-run'
  const records = report.header.deviations.filter((one) => one.case === id && one.subject === subject.id)
  const judged = records.find((one) => one.fingerprint === entry.fingerprint && isSame(one, entry))
  if (judged !== undefined) return seenOf(event, judged)
  return records.some((one) => one.fingerprint === entry.fingerprint) ? 'changed-since' : 'not-looked-at'
}

/** Logs of older versions have no digest. */
function isSame({ digest }: RecordedDeviation, entry: Deviation): boolean {
  return digest === undefined || digest === deviationDigest(entry)
}

function seenOf({ result, standing }: CaseEvent, { id, fingerprint }: RecordedDeviation): Look {
  const seen = Object.hasOwn(result.witnessed, id) ? result.witnessed[id] : undefined
  if (seen === undefined) return result.verdict === 'untestable' ? 'not-testable' : 'not-run'
  return { now: seen === fingerprint || !standing.stale.includes(id) ? 'deviates' : 'stale', seen }
}
