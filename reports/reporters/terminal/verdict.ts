import type { Totals } from '../../../harness/model/event.ts'
import type { Report } from '../../fold.ts'
import { count, counted, duration } from '../../quantity.ts'
import { visible } from '../../visible.ts'
import { hang } from '../../wrap.ts'
import { liesWith } from '../../words.ts'
import type { Colour, Ink, Page } from './page.ts'

/** The run in one sentence, and what it took. */
export function verdict(page: Page): string[] {
  const { report, ink, width } = page
  const { paint } = verdicts[verdictKind(report)]
  const { mark, sentence } = verdictSentence(report)
  const colour = paint(ink)
  const lines = hang(`${mark} ${sentence}`, { width }).map((line) => ink.bold(colour(line)))
  return [ink.dim('─'.repeat(width)), ...lines, ink.dim(effort(report))]
}

/** The same for where there are no colours. */
export function verdictSentence(report: Report): { readonly mark: string; readonly sentence: string } {
  const { mark, sentence } = verdicts[verdictKind(report)]
  return { mark, sentence: sentence(report) }
}

const verdictKinds = [
  'interrupted',
  'broke-off',
  'bailed',
  'lost',
  'broken',
  'outdated',
  'failed',
  'idle',
  'deviating',
  'kept',
] as const
export type VerdictKind = (typeof verdictKinds)[number]

/** The first that applies. */
export function verdictKind({ totals, incomplete, interrupted, bailed, lost, exitCode }: Report): VerdictKind {
  if (interrupted) return 'interrupted'
  if (incomplete?.lacksFooter === true) return 'broke-off'
  if (bailed) return 'bailed'
  if (lost.length > 0) return 'lost'
  if (exitCode === 1) return 'broken'
  if (exitCode === 3) return 'outdated'
  if (exitCode !== 0) return 'failed'
  if (totals.holds + totals.deviating + totals.noted === 0) return 'idle'
  return totals.deviating > 0 ? 'deviating' : 'kept'
}

interface VerdictWords {
  readonly mark: string
  readonly paint: (ink: Ink) => Colour
  readonly sentence: (report: Report) => string
}

const red = (ink: Ink): Colour => ink.red
const green = (ink: Ink): Colour => ink.green
const yellow = (ink: Ink): Colour => ink.yellow

const verdicts: Readonly<Record<VerdictKind, VerdictWords>> = {
  interrupted: {
    mark: '✗',
    paint: red,
    sentence: (report) => `Interrupted: ${told(report)}, ${problems(report) || 'none of them broken'}.`,
  },
  'broke-off': {
    mark: '✗',
    paint: red,
    sentence: (report) =>
      `This log breaks off before its end: ${told(report)}, ${problems(report) || 'none of them broken'}.`,
  },
  bailed: {
    mark: '✗',
    paint: red,
    sentence: (report) => `Stopped at the first case that is red (--bail): ${told(report)}, ${problems(report)}.`,
  },
  lost: {
    mark: '✗',
    paint: red,
    sentence: (report) =>
      `${report.lost.map(({ subject, reason }) => `${visible(subject)} ended in the middle: ${visible(reason)}`).join('; ')}; ` +
      `${told(report)}, ${problems(report) || 'none of them broken'}.`,
  },
  broken: {
    mark: '✗',
    paint: red,
    sentence: (report) => `${nameOf(report)} ${verb(report, 'does', 'do')} not pass: ${problems(report)}.`,
  },
  outdated: {
    mark: '✗',
    paint: red,
    sentence: (report) =>
      `${nameOf(report)} ${verb(report, 'keeps its', 'keep their')} promises as recorded, but the record is out of date: ${outdated(report.totals).join(', ')}.`,
  },
  failed: {
    mark: '✗',
    paint: red,
    sentence: (report) =>
      `${nameOf(report)} ${verb(report, 'was', 'were')} not judged to the end (exit code ${report.exitCode}).`,
  },
  idle: {
    mark: '–',
    paint: yellow,
    sentence: (report) =>
      `Nothing was asked of ${nameOf(report)} that ${verb(report, 'it claims', 'they claim')} to do.`,
  },
  deviating: {
    mark: '✓',
    paint: green,
    sentence: (report) =>
      `${nameOf(report)} ${verb(report, 'keeps what it is', 'keep what they are')} known to keep: ${counted(report.totals.holds, 'case holds', 'cases hold')}, ` +
      `${counted(report.totals.deviating, 'deviates', 'deviate')} as recorded${aside(report)}.`,
  },
  kept: {
    mark: '✓',
    paint: green,
    sentence: (report) =>
      `${nameOf(report)} ${verb(report, 'keeps', 'keep')} every promise: ${counted(report.totals.holds, 'case holds', 'cases hold')}${aside(report)}.`,
  },
}

function nameOf({ header }: Report): string {
  const [first] = header.subjects
  if (header.subjects.length !== 1 || first === undefined) return `The ${counted(header.subjects.length, 'subject')}`
  return visible(first.id)
}

function verb({ header }: Report, one: string, many: string): string {
  return header.subjects.length === 1 ? one : many
}

function told({ header, totals }: Report): string {
  return `${count(header.planned - totals.notRun)} of ${counted(header.planned, 'case')} were run`
}

function problems({ header, totals, incomplete }: Report): string {
  const whose = incomplete === undefined ? '' : ` (${liesWith(incomplete.owner)})`
  const of = header.planned
  const warned = header.strict === true ? (totals.warnings ?? 0) : 0
  return [
    ...(totals.violated > 0 ? [`${count(totals.violated)} of ${counted(of, 'case')} violated`] : []),
    ...(warned > 0 ? [`${counted(warned, 'warning')} (strict)`] : []),
    ...(totals.untestable > 0 ? [`${count(totals.untestable)} untestable`] : []),
    ...(totals.notRun > 0 ? [`${count(totals.notRun)} not run${whose}`] : []),
    ...outdated(totals),
  ].join(', ')
}

function outdated({ stale, expired }: Totals): string[] {
  return [
    ...(stale > 0 ? [counted(stale, 'stale deviation')] : []),
    ...(expired > 0 ? [counted(expired, 'expired deviation')] : []),
  ]
}

function aside({ totals }: Report): string {
  return totals.noted > 0 ? `, ${count(totals.noted)} noted` : ''
}

function effort({ header, totals, durationMs }: Report): string {
  const took = durationMs === undefined ? [] : [duration(durationMs)]
  return [counted(header.planned, 'case'), counted(totals.draws, 'draw'), counted(totals.calls, 'call'), ...took].join(
    ' · ',
  )
}
