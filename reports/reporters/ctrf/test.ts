import type { AboutTheRun } from '../../about-the-run.ts'
import { replayLine } from '../../command-lines.ts'
import type { Report, Result } from '../../fold.ts'
import { shorten } from '../../shorten.ts'
import { showMismatch } from '../../show-mismatch.ts'
import { stableUuid } from '../../stable-uuid.ts'
import { liesWith } from '../../words.ts'
import { pageFor } from '../terminal/page.ts'
import { topicOf } from '../terminal/topics.ts'
import { showViolation } from '../terminal/violation.ts'

export type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other'

/** A test as the format has it, as far as a case has something to say. */
export interface CtrfTest {
  readonly id: string
  readonly name: string
  readonly status: CtrfStatus
  readonly rawStatus: string
  /** Milliseconds, whole. */
  readonly duration: number
  readonly suite: readonly string[]
  readonly message?: string
  /** The violation as the terminal shows it. */
  readonly trace?: string
  readonly filePath?: string
  readonly line?: number
  readonly retries?: number
  readonly flaky?: boolean
  readonly tags?: readonly string[]
  readonly extra?: object
}

export function ctrfTest(
  result: Result,
  { report, status }: { readonly report: Report; readonly status: CtrfStatus },
): CtrfTest {
  const { contract, id, subject, result: outcome } = result.event
  const row = contract.row === undefined ? '' : ` (${contract.row})`
  const several = report.header.subjects.length > 1
  return {
    // Of a published SDK the version is in the subject's name: only where several are judged does it tell cases apart.
    id: stableUuid(JSON.stringify(several ? [id, subject] : [id])),
    name: shorten(contract.title + row),
    status,
    rawStatus: result.class,
    duration: Math.round(outcome.durationMs),
    suite: [...(several ? [shorten(subject)] : []), shorten(topicOf(contract.id))],
    ...said(result, report),
    filePath: shorten(contract.file),
    line: contract.line,
    tags: [contract.level, contract.provenance.kind],
    ...(outcome.again && { retries: 1, flaky: outcome.again.held }),
    extra: extraOf(result, report),
  }
}

/** Something about the run itself that turns it red. */
export function runTest({ kind, name, message }: AboutTheRun): CtrfTest {
  const id = stableUuid(JSON.stringify(['the run itself', kind, name]))
  return { id, name, status: 'failed', rawStatus: kind, duration: 0, suite: ['the run itself'], message }
}

function said(result: Result, report: Report): Pick<CtrfTest, 'message' | 'trace'> {
  const { event, unexpected, known } = result
  const { reason, owner } = event.result
  const whose = owner === undefined ? '' : ` (${liesWith(owner)})`
  const messages = [
    ...(reason === undefined ? [] : [shorten(reason)]),
    ...unexpected.map(({ mismatch }) => showMismatch(mismatch, { width: 100 }).sentence),
    ...known.map(({ deviation }) => `known deviation ${shorten(deviation.id)}: ${shorten(deviation.instead)}`),
  ]
  if (messages.length === 0) return {}
  const page = pageFor(report, { colour: false, width: 100 })
  const shown = unexpected.map((violation) => showViolation({ result, violation }, page).join('\n'))
  return { message: messages.join('; ') + whose, ...(shown.length > 0 && { trace: shown.join('\n\n') }) }
}

function extraOf({ event, unexpected, known }: Result, { header }: Report): object {
  return {
    case: shorten(event.id),
    subject: shorten(event.subject),
    cites: event.contract.cites.map((id) => shorten(id)),
    ...(event.result.owner && { owner: event.result.owner }),
    ...(unexpected.length > 0 && {
      violations: unexpected.map((violation) => ({
        fingerprint: shorten(violation.fingerprint),
        runAgain: replayLine(violation, event, header),
      })),
    }),
    ...(known.length > 0 && { deviations: [...new Set(known.map(({ deviation }) => shorten(deviation.id)))] }),
  }
}
