import type {
  CaseEvent,
  Event,
  ExitCode,
  FooterEvent,
  HeaderEvent,
  RecordedDeviation,
  Totals,
} from '../harness/model/event.ts'
import type { Owner, Violation } from '../harness/model/verdict.ts'
import { classOf, type CaseClass } from './classify.ts'
import { exitCodeOf } from './exit-code.ts'
import { totalsOf } from './totals.ts'

/** A run as its event log tells it. Facts only; words and colours are the reporters'. */
export interface Report {
  readonly header: HeaderEvent
  /** In plan order. */
  readonly results: readonly Result[]
  readonly totals: Totals
  readonly exitCode: ExitCode
  /** Everything unexpected: red, amber and noted. */
  readonly violations: readonly Finding[]
  /** Recorded deviations that were seen as recorded, each once. */
  readonly deviations: readonly SeenDeviation[]
  readonly stale: readonly SeenDeviation[]
  readonly expired: readonly SeenDeviation[]
  readonly interrupted: boolean
  /** Stopped at the first red case, as it was asked to. */
  readonly bailed: boolean
  /** Subjects that ended by themselves before they were judged. */
  readonly lost: NonNullable<FooterEvent['lost']>
  /** As measured by the run; absent where the log breaks off. */
  readonly durationMs?: number
  /** Set where the log does not tell of everything that was planned. */
  readonly incomplete?: Incomplete
}

/** One case, with what is known of its violations. */
export interface Result {
  readonly event: CaseEvent
  readonly class: CaseClass
  readonly unexpected: readonly Violation[]
  readonly known: readonly KnownViolation[]
}

export interface KnownViolation {
  readonly violation: Violation
  readonly deviation: RecordedDeviation
}

export interface Finding {
  readonly result: Result
  readonly violation: Violation
}

export interface SeenDeviation {
  /** Whose the deviation is, or the entry that is stale or expired. */
  readonly owner: Owner
  readonly deviation: RecordedDeviation
  readonly event: CaseEvent
}

export interface Incomplete {
  /** The log breaks off: the run did not get to its end. */
  readonly lacksFooter: boolean
  /** Places in the plan of which the log says nothing. */
  readonly notRun: readonly number[]
  readonly owner: Owner
}

/** Reads a log from its first event to its last. Throws where it does not begin with a header. */
export function foldEvents(events: Iterable<Event>): Report {
  const { header, cases, footer } = sort(events)
  const results = cases.map((event) => resultOf(event, header))
  const totals = totalsOf(cases, header.planned)
  const incomplete = incompleteness({ header, cases, footer })
  return {
    header,
    results,
    totals,
    exitCode: footer?.exitCode ?? exitCodeOf(totals, { strict: header.strict ?? false }),
    violations: results.flatMap((result) => result.unexpected.map((violation) => ({ result, violation }))),
    deviations: seenOnce(
      results.flatMap(({ event, known }) =>
        known.map(({ deviation }) => ({ deviation, event, owner: event.result.owner ?? 'sdk' })),
      ),
    ),
    stale: entriesOf(cases, 'stale', header),
    expired: entriesOf(cases, 'expired', header),
    interrupted: footer?.interrupted ?? false,
    bailed: footer?.bailed ?? false,
    lost: footer?.lost ?? [],
    ...(footer && { durationMs: footer.durationMs }),
    ...(incomplete && { incomplete }),
  }
}

interface Sorted {
  readonly header: HeaderEvent
  readonly cases: readonly CaseEvent[]
  readonly footer: FooterEvent | undefined
}

function sort(events: Iterable<Event>): Sorted {
  let header: HeaderEvent | undefined
  let footer: FooterEvent | undefined
  const cases = new Map<number, CaseEvent>()
  for (const event of events) {
    if (event.kind === 'header') header ??= event
    else if (event.kind === 'case') cases.set(event.index, event)
    else if (event.kind === 'footer') footer = event
  }
  if (header === undefined) throw new Error('an event log begins with a header, and this one has none')
  return { header, cases: [...cases.values()].sort((a, b) => a.index - b.index), footer }
}

function resultOf(event: CaseEvent, header: HeaderEvent): Result {
  const { violations } = event.result
  const known = violations.flatMap((violation) => {
    const id = knownAs(event, violation.fingerprint)
    return id === undefined ? [] : [{ violation, deviation: recorded({ id, event, header }) }]
  })
  const unexpected = violations.filter(({ fingerprint }) => knownAs(event, fingerprint) === undefined)
  return { event, class: classOf(event), unexpected, known }
}

function knownAs({ standing }: CaseEvent, fingerprint: string): string | undefined {
  return Object.hasOwn(standing.known, fingerprint) ? standing.known[fingerprint] : undefined
}

/** What the header says of a deviation on the subject of this case, else what the case itself tells. */
function recorded({ id, event, header }: { id: string; event: CaseEvent; header: HeaderEvent }): RecordedDeviation {
  const entries = header.deviations.filter((each) => each.id === id)
  const found = entries.find((each) => each.subject === event.subject) ?? entries[0]
  return found ?? { id, case: event.id, subject: event.subject, fingerprint: '', instead: '', reason: '' }
}

function entriesOf(cases: readonly CaseEvent[], kind: 'stale' | 'expired', header: HeaderEvent): SeenDeviation[] {
  return seenOnce(
    cases.flatMap((event) => {
      const owner = event.standing.owner ?? 'suite'
      return event.standing[kind].map((id) => ({ deviation: recorded({ id, event, header }), event, owner }))
    }),
  )
}

function seenOnce(seen: readonly SeenDeviation[]): SeenDeviation[] {
  const first = new Map<string, SeenDeviation>()
  for (const each of seen) {
    const key = JSON.stringify([each.deviation.id, each.event.id, each.event.subject])
    if (!first.has(key)) first.set(key, each)
  }
  return [...first.values()]
}

function incompleteness({ header, cases, footer }: Sorted): Incomplete | undefined {
  const told = new Set(cases.map((event) => event.index))
  const notRun = Array.from({ length: header.planned }, (_, index) => index).filter((index) => !told.has(index))
  if (footer !== undefined && notRun.length === 0) return undefined
  return { lacksFooter: footer === undefined, notRun, owner: footer?.owner ?? 'environment' }
}
