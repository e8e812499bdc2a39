import { caseClasses } from '../../../reports/classify.ts'
import type { Result } from '../../../reports/fold.ts'
import { count, counted } from '../../../reports/quantity.ts'
import { showHistory } from '../../../reports/show-history.ts'
import { showMismatch } from '../../../reports/show-mismatch.ts'
import { visible } from '../../../reports/visible.ts'
import { classWords, liesWith } from '../../../reports/words.ts'
import type { History } from './history.ts'
import type { Ink } from './ink.ts'

/** What the last run found: when, on what, and what it came to; the worst first. */
export function lastVerdictOf({ log, results, unreadable }: History, ink: Ink): string[] {
  if (unreadable !== undefined) return [`Last run: its log cannot be read. ${unreadable}`]
  if (log === undefined) return ['Last run: none in this folder yet.']
  const { header } = log.report
  const when = header.startedAt.replace(/T(\d\d:\d\d).*/, ' $1 UTC')
  const title = `Last run: ${visible(when)}, seed ${header.seed}  ${ink.dim(log.path)}`
  if (results.length === 0) return [title, '  It was not part of it.']
  const worst = results.toSorted((a, b) => caseClasses.indexOf(a.class) - caseClasses.indexOf(b.class))
  const shown = worst.slice(0, mostShown).flatMap((result) => resultLines(result, ink))
  const left = worst.length - mostShown
  return [title, ...shown, ...(left > 0 ? [ink.dim(`  and ${counted(left, 'further case')}`)] : [])]
}

/** A screen has room for so many beside everything else. */
const mostShown = 12

function resultLines(result: Result, ink: Ink): string[] {
  const { event, known } = result
  const { mark, one } = classWords[result.class]
  const colours = { violated: ink.red, untestable: ink.red, holds: ink.green, inapplicable: ink.dim } as const
  const paint = Object.hasOwn(colours, result.class) ? colours[result.class as keyof typeof colours] : ink.yellow
  const row = event.contract.row === undefined ? '' : `#${visible(event.contract.row)}  `
  const owner = event.result.owner === undefined ? '' : `, ${liesWith(event.result.owner)}`
  const draws =
    event.result.runs === 0
      ? ''
      : ` (${count(event.result.runs)} ${event.result.runs === 1 ? 'draw' : 'draws'}${owner})`
  return [
    `  ${paint(`${mark} ${row}${visible(event.subject)}: ${one}`)}${draws}`,
    ...reasonsOf(result).map((reason) => `      ${reason}`),
    ...known.map(({ deviation }) => `      ${visible(deviation.id)}: ${visible(deviation.instead)}`),
  ]
}

function reasonsOf({ event, unexpected }: Result): string[] {
  const { reason, verdict } = event.result
  if (verdict !== 'violated') return reason === undefined ? [] : [visible(reason)]
  return unexpected.flatMap(({ step, mismatch, history }) => [
    `in step ${step + 1}, ${showMismatch(mismatch, { width: 80 }).sentence}`,
    ...(history === undefined ? [] : showHistory(history, { width: 92 }).map((line) => `  ${line}`)),
  ])
}
