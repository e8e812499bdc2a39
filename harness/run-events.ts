import type { CaseEvent, FooterEvent, HeaderEvent } from './model/event.ts'
import type { CaseResult } from './model/verdict.ts'
import type { Corpus } from './model/corpus.ts'
import type { Plan, PlannedCase } from './model/plan.ts'
import type { SdkSubject, SubjectIdentity } from './model/subject.ts'
import { deviationDigest } from './deviation-digest.ts'
import { standingOf } from './judge/standing.ts'
import { deviationsFor } from './plan/applies.ts'
import { caseId } from './plan/plan-cases.ts'
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
    deviations: plan.cases.flatMap((planned) => recorded(planned, options)),
    statements: quoted(corpus, plan),
  }
}

function identityOf({ directory: _, entry: __, ...identity }: SdkSubject): SubjectIdentity {
  return identity
}

function deviationsOf({ contract, row, subject }: PlannedCase, { corpus, subjects }: RunOptions): Corpus['deviations'] {
  const judged = subjects.find(({ id }) => id === subject) as SdkSubject
  return deviationsFor({ deviations: corpus.deviations, contract, row, subject: judged })
}

function recorded(planned: PlannedCase, options: RunOptions): HeaderEvent['deviations'] {
  return deviationsOf(planned, options).map((deviation) => {
    const { id, fingerprint, instead, reason, until, owner, link } = deviation
    return {
      id,
      case: planned.id,
      subject: planned.subject,
      fingerprint,
      instead,
      reason,
      ...(until !== undefined && { until }),
      ...(owner !== undefined && { owner }),
      ...(link !== undefined && { link }),
      digest: deviationDigest(deviation),
    }
  })
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
      file: contract.place.file,
      line: (row.name === undefined ? contract.place : row.place).line,
    },
    subject,
    result,
    standing: standingOf({ result, deviations: deviationsOf(planned, options), today }),
  }
}

/** What a run came to. */
export function footer({
  options,
  plan,
  cases,
  durationMs,
}: {
  options: RunOptions
  plan: Plan
  cases: readonly CaseEvent[]
  durationMs: number
}): FooterEvent {
  const totals = totalsOf(cases, plan.cases.length)
  const interrupted = options.signal.aborted
  return {
    kind: 'footer',
    totals,
    exitCode: interrupted ? 130 : exitCodeOf(totals, { strict: options.strict }),
    durationMs,
    interrupted,
    ...(options.bail === true && totals.notRun > 0 && !interrupted && { bailed: true }),
    // Nothing but a signal from outside keeps a planned case from being run.
    ...(totals.notRun > 0 && { owner: 'environment' as const }),
  }
}
