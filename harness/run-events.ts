import type { CaseEvent, FooterEvent, HeaderEvent, RecordedDeviation } from './model/event.ts'
import type { CaseResult } from './model/verdict.ts'
import type { Corpus } from './model/corpus.ts'
import type { Deviation } from './model/deviation.ts'
import type { Plan, PlannedCase } from './model/plan.ts'
import type { Subject, SubjectIdentity } from './model/subject.ts'
import { deviationDigest } from './deviation-digest.ts'
import { standingOf } from './judge/standing.ts'
import { deviationsFor, routesFor } from './plan/applies.ts'
import { caseId } from './plan/plan-cases.ts'
import { describeProfiles } from './plan/profiles.ts'
import type { RunOptions } from './run.ts'
import { exitCodeOf } from '../reports/exit-code.ts'
import { totalsOf } from '../reports/totals.ts'

/** What a run is: everything that decides what is judged, and what its reports quote. */
export function header(options: RunOptions, plan: Plan): HeaderEvent {
  const { corpus, subjects, seed, runs, suite, harness, clock } = options
  return {
    kind: 'header',
    schema: 1,
    harness,
    startedAt: clock.date().toISOString(),
    seed,
    runs,
    plan: plan.digest,
    planned: plan.cases.length,
    suite,
    strict: options.strict,
    flags: options.flags,
    ...(options.pinned && { replay: options.pinned.token }),
    subjects: subjects.map(identityOf),
    deviations: [...plan.cases.flatMap((planned) => recorded(planned, options)), ...recordedRoutes(options, plan)],
    ...profilesIn(plan, corpus),
    statements: quoted(corpus, plan),
  }
}

/** What is planned of none of them is nothing to speak of. */
function profilesIn({ cases }: Plan, corpus: Corpus): Pick<HeaderEvent, 'profiles'> {
  const planned = new Set(cases.flatMap(({ profiles = [] }) => profiles))
  const profiles = describeProfiles(corpus).filter(({ name }) => planned.has(name))
  return profiles.length === 0 ? {} : { profiles }
}

function identityOf(subject: Subject): SubjectIdentity {
  if (subject.kind === 'sdk') {
    const { directory: _, entry: __, ...identity } = subject
    return identity
  }
  const { access: _, entry: __, ...identity } = subject
  return identity
}

function deviationsOf({ contract, row, subject }: PlannedCase, { corpus, subjects }: RunOptions): Corpus['deviations'] {
  return deviationsFor({ deviations: corpus.deviations, contract, row, subject: subjectOf(subject, subjects) })
}

function subjectOf(id: string, subjects: readonly Subject[]): Subject {
  return subjects.find((subject) => subject.id === id) as Subject
}

function recorded(planned: PlannedCase, options: RunOptions): HeaderEvent['deviations'] {
  return deviationsOf(planned, options).map((deviation) => recordOf(deviation, planned.id, planned.subject))
}

/** What is known by its route is told also where the contract that shows it is not judged. */
function recordedRoutes({ corpus, subjects }: RunOptions, plan: Plan): HeaderEvent['deviations'] {
  return subjects.flatMap((subject) =>
    routesFor(corpus.deviations, subject).flatMap((entry) => {
      const id = entry.row === undefined ? entry.contract : `${entry.contract}#${entry.row}`
      const planned = plan.cases.some((one) => one.id === id && one.subject === subject.id)
      return planned ? [] : [recordOf(entry, id, subject.id)]
    }),
  )
}

function recordOf(deviation: Deviation, id: string, subject: string): RecordedDeviation {
  const { fingerprint, instead, reason, until, owner, link, route } = deviation
  return {
    id: deviation.id,
    case: id,
    subject,
    fingerprint,
    instead,
    reason,
    ...(until !== undefined && { until }),
    ...(owner !== undefined && { owner }),
    ...(link !== undefined && { link }),
    ...(route !== undefined && { route }),
    digest: deviationDigest(deviation),
  }
}

function quoted({ statements }: Corpus, { cases }: Plan): HeaderEvent['statements'] {
  const cited = new Set(cases.flatMap(({ contract, row }) => [...contract.cites, ...row.cites]))
  return Object.fromEntries(
    statements
      .filter(({ id }) => cited.has(id))
      .map(({ id, document, section, quote }) => [id, { document, section, quote }]),
  )
}

/** What became of one case, and how the recorded deviations bear on it. */
export function caseEvent({
  planned,
  result,
  options,
  today,
}: {
  planned: PlannedCase
  result: CaseResult
  options: RunOptions
  today: string
}): CaseEvent {
  const { contract, row, index, subject } = planned
  return {
    kind: 'case',
    index,
    id: caseId(contract, row),
    contract: {
      id: contract.id,
      ...(row.name !== undefined && { row: row.name }),
      title: contract.title,
      level: contract.level,
      provenance: contract.provenance,
      cites: [...contract.cites, ...row.cites],
      ...(planned.profiles && { profiles: planned.profiles }),
      file: contract.place.file,
      line: (row.name === undefined ? contract.place : row.place).line,
    },
    subject,
    result,
    standing: standingOf({
      result,
      deviations: deviationsOf(planned, options),
      routes: routesFor(options.corpus.deviations, subjectOf(subject, options.subjects)),
      today,
    }),
  }
}

/** What a run came to. */
export function footer({
  options,
  plan,
  cases,
  lost,
  durationMs,
}: {
  options: RunOptions
  plan: Plan
  cases: readonly CaseEvent[]
  /** Subjects that ended by themselves before they were judged. */
  lost: readonly { readonly subject: string; readonly reason: string }[]
  durationMs: number
}): FooterEvent {
  const totals = totalsOf(cases, plan.cases.length)
  const interrupted = options.signal.aborted
  return {
    kind: 'footer',
    totals,
    exitCode: interrupted ? 130 : lost.length > 0 ? 5 : exitCodeOf(totals, { strict: options.strict }),
    durationMs,
    interrupted,
    ...(options.bail === true && totals.notRun > 0 && !interrupted && { bailed: true }),
    ...(lost.length > 0 && { lost }),
    // Where no backend went away, nothing but a signal from outside keeps a planned case from being run.
    ...(totals.notRun > 0 && { owner: lost.length > 0 ? ('backend' as const) : ('environment' as const) }),
  }
}
