import type { Report } from '../fold.ts'
import { count, counted } from '../quantity.ts'
import { plainJson } from './plain-json.ts'
import { reportAtEnd, type Reporter, type Sink } from './reporter.ts'
import { verdictKind, type VerdictKind } from './terminal/verdict.ts'

/** What shields.io makes a badge of: `https://img.shields.io/endpoint?url=<where this file is served>`. */
export function badgeReporter(sink: Sink): Reporter {
  return reportAtEnd(sink, (report) => `${plainJson(badge(report), { indent: 2 })}\n`)
}

export function badge(report: Report): object {
  const { colour, lead } = badges[verdictKind(report)]
  const message = [...(lead === undefined ? [] : [lead]), ...amounts(report)].join(', ')
  return {
    schemaVersion: 1,
    label: 'base44-conformance',
    message,
    color: colour,
    // Red is not for whoever shows the badge to paint over.
    ...(report.exitCode !== 0 && { isError: true }),
  }
}

interface Badge {
  readonly colour: 'brightgreen' | 'green' | 'orange' | 'red' | 'lightgrey'
  /** What the numbers do not say. */
  readonly lead?: string
}

const badges: Readonly<Record<VerdictKind, Badge>> = {
  interrupted: { colour: 'lightgrey', lead: 'interrupted' },
  'broke-off': { colour: 'lightgrey', lead: 'broke off' },
  bailed: { colour: 'red', lead: 'stopped' },
  lost: { colour: 'red', lead: 'ended in the middle' },
  broken: { colour: 'red' },
  outdated: { colour: 'orange' },
  failed: { colour: 'lightgrey', lead: 'not judged to the end' },
  idle: { colour: 'lightgrey', lead: 'nothing to judge' },
  deviating: { colour: 'green' },
  kept: { colour: 'brightgreen' },
}

/** What is red first; a badge has no room for what is only noted. */
function amounts({ header, totals }: Report): string[] {
  const warned = header.strict === true ? (totals.warnings ?? 0) : 0
  return [
    ...(totals.violated > 0 ? [`${count(totals.violated)} violated`] : []),
    ...(warned > 0 ? [counted(warned, 'warning')] : []),
    ...(totals.untestable > 0 ? [`${count(totals.untestable)} untestable`] : []),
    ...(totals.notRun > 0 ? [`${count(totals.notRun)} not run`] : []),
    ...(totals.stale + totals.expired > 0 ? [`${count(totals.stale + totals.expired)} out of date`] : []),
    ...(totals.holds > 0 ? [`${count(totals.holds)} ${totals.holds === 1 ? 'holds' : 'hold'}`] : []),
    ...(totals.deviating > 0 ? [counted(totals.deviating, 'deviates', 'deviate')] : []),
  ]
}
