import { isDeepStrictEqual } from 'node:util'
import { compare } from 'semver'
import type { Deviation } from '../../model/deviation.ts'
import type { Finding, Report } from '../../../reports/fold.ts'
import type { SubjectIdentity } from '../../model/subject.ts'
import { covers } from '../../plan/applies.ts'
import type { Draft } from './draft.ts'
import { isRedacted } from './is-redacted.ts'

/** What becomes of one way of failing that a log tells. */
export type Unrecorded =
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** There is an entry for these versions. */
  | { readonly kind: 'recorded'; readonly case: string; readonly id: string }
  /** There is an entry, for other versions: its range is a person's to widen. */
  | { readonly kind: 'other-versions'; readonly case: string; readonly id: string; readonly sdk: string }
  /** The log holds a mark where a secret was. */
  | { readonly kind: 'redacted'; readonly case: string }
  /** Another subject of the same version does not fail like it: a range cannot tell the two apart. */
  | { readonly kind: 'same-version'; readonly case: string; readonly version: string; readonly subject: string }
  /** Nothing was run. */
  | { readonly kind: 'does-not-load'; readonly case: string; readonly subject: string }

/** What is to be recorded of the findings of a log: one entry for each way of failing that has none. */
export function findUnrecorded({
  report,
  findings,
  recorded,
}: {
  report: Report
  findings: readonly Finding[]
  recorded: readonly Deviation[]
}): Unrecorded[] {
  const alike = Map.groupBy(findings, ({ violation }) => violation.fingerprint)
  return [...alike].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => weigh({ report, group, recorded }))
}

interface Group {
  readonly report: Report
  /** Findings with one fingerprint. */
  readonly group: readonly Finding[]
  readonly recorded: readonly Deviation[]
}

function weigh({ report, group, recorded }: Group): Unrecorded[] {
  const [{ result, violation }] = group as [Finding]
  const of = { case: result.event.id }
  if (isNotLoaded(group)) return [{ kind: 'does-not-load', ...of, subject: result.event.subject }]
  if (isRedacted(violation.fingerprint)) return [{ kind: 'redacted', ...of }]
  const entries = recorded.filter((entry) => records(entry, group))
  const covering = (finding: Finding): Deviation | undefined =>
    entries.find((entry) => covers(entry, subjectOf(finding, report)))
  const covered = [...new Set(group.flatMap((finding) => covering(finding)?.id ?? []))]
  const known = covered.map((id) => ({ kind: 'recorded' as const, ...of, id }))
  const left = group.filter((finding) => covering(finding) === undefined)
  const [entry] = entries
  if (left.length === 0) return known
  if (entry !== undefined) {
    const versions = [entry.versions, ...versionsOf(left, report)].join(' || ')
    return [...known, { kind: 'other-versions', ...of, id: entry.id, sdk: versions }]
  }
  return [...known, ...draftsOf({ report, group: left, recorded })]
}

/** A witness has to show it on every version of its entry: other counterexamples are other entries. */
function draftsOf({ report, group, recorded }: Group): Unrecorded[] {
  const [{ result, violation }, ...others] = group as [Finding, ...Finding[]]
  const { contract, id } = result.event
  const witness = violation.counterexample
  const alike = [
    group[0] as Finding,
    ...others.filter((one) => isDeepStrictEqual(one.violation.counterexample, witness)),
  ]
  const rest = group.filter((one) => !alike.includes(one))
  const more = rest.length === 0 ? [] : draftsOf({ report, group: rest, recorded })
  if (isRedacted(witness)) return [{ kind: 'redacted', case: id }, ...more]
  const versions = versionsOf(alike, report)
  const twin = otherOfVersion({ report, finding: group[0] as Finding, versions })
  if (twin !== undefined) return [{ kind: 'same-version', case: id, ...twin }, ...more]
  const { fingerprint, step, mismatch } = violation
  const row = contract.row === undefined ? {} : { row: contract.row }
  return [
    {
      kind: 'draft',
      draft: {
        contract: contract.id,
        ...row,
        ...backendOf(group[0] as Finding, report),
        versions,
        fingerprint,
        witness,
        step,
        mismatch,
      },
    },
    ...more,
  ]
}

function records({ contract, row, fingerprint }: Deviation, [first]: readonly Finding[]): boolean {
  const event = first?.result.event
  return contract === event?.contract.id && row === event.contract.row && fingerprint === first?.violation.fingerprint
}

function isNotLoaded(group: readonly Finding[]): boolean {
  return group.some(({ violation: { mismatch } }) => mismatch.kind === 'crashed' && mismatch.observedClass === 'load')
}

function otherOfVersion({
  report,
  finding,
  versions,
}: {
  report: Report
  finding: Finding
  versions: readonly string[]
}): { readonly version: string; readonly subject: string } | undefined {
  const { id } = finding.result.event
  for (const { id: subject, version } of report.header.subjects.filter((one) => versions.includes(one.version))) {
    const other = report.results.find(({ event }) => event.id === id && event.subject === subject)
    const fails = other?.event.result.violations.some((one) => one.fingerprint === finding.violation.fingerprint)
    if (fails === false) return { version, subject }
  }
  return undefined
}

function subjectOf({ result }: Finding, { header }: Report): SubjectIdentity {
  const subject = header.subjects.find(({ id }) => id === result.event.subject)
  if (subject === undefined) throw new Error(`the log names no subject ${result.event.subject}`)
  return subject
}

function versionOf(finding: Finding, report: Report): string {
  return subjectOf(finding, report).version
}

function backendOf(finding: Finding, report: Report): { readonly backend?: string } {
  const subject = subjectOf(finding, report)
  return subject.kind === 'backend' ? { backend: subject.backend } : {}
}

function versionsOf(findings: readonly Finding[], report: Report): string[] {
  return [...new Set(findings.map((finding) => versionOf(finding, report)))].sort(compare)
}
