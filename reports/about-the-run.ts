import type { CaseEvent, RecordedDeviation } from '../harness/model/event.ts'
import type { Report, SeenDeviation } from './fold.ts'
import { counted } from './quantity.ts'
import { sayKeeping } from './say-keeping.ts'
import { shorten } from './shorten.ts'
import { visible } from './visible.ts'
import { liesWith } from './words.ts'

/** Something that is red about the run itself, and would turn no case red. */
export interface AboutTheRun {
  readonly kind: 'stale' | 'expired' | 'lost' | 'not-run'
  /** The deviation, or what a run should have done. */
  readonly name: string
  /** One sentence, without its full stop. */
  readonly message: string
  /** Of a deviation: the case it was recorded for. */
  readonly event?: CaseEvent
}

/** Records that are out of date, subjects that ended in the middle, cases that were planned and not run. */
export function aboutTheRun(report: Report): AboutTheRun[] {
  return [
    ...report.stale.map((seen) => outdated('stale', seen)),
    ...report.expired.map((seen) => outdated('expired', seen)),
    ...lost(report),
    ...notRun(report),
  ]
}

const outdatedWords = {
  stale: 'is stale: its witness no longer fails in the recorded way',
  expired: 'has expired',
} as const

function outdated(kind: keyof typeof outdatedWords, { deviation, owner, event }: SeenDeviation): AboutTheRun {
  const message =
    visible(`the deviation ${deviation.id} ${outdatedWords[kind]} (${liesWith(owner)})`) + keeping(deviation)
  return { kind, name: visible(deviation.id), message, event }
}

function keeping(deviation: RecordedDeviation): string {
  const said = sayKeeping(deviation)
  return said.length === 0 ? '' : ` (${said.join(', ')})`
}

function lost({ lost: subjects }: Report): AboutTheRun[] {
  return subjects.map(({ subject, reason }) => ({
    kind: 'lost',
    name: `${shorten(subject)} is there to the end`,
    message: `${shorten(subject)} ended in the middle: ${shorten(reason)}`,
  }))
}

function notRun({ incomplete: gap, totals }: Report): AboutTheRun[] {
  if (gap === undefined) return []
  const message = [
    ...(gap.lacksFooter ? ['the event log breaks off before its end'] : []),
    ...(totals.notRun > 0 ? [`${counted(totals.notRun, 'planned case was', 'planned cases were')} not run`] : []),
    liesWith(gap.owner),
  ].join('; ')
  return [{ kind: 'not-run', name: 'every planned case was run', message }]
}
