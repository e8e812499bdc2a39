import type { Report } from '../fold.ts'
import { reportAtEnd, type Reporter, type ReporterOptions, type Sink } from './reporter.ts'
import { deviations, outdated } from './terminal/deviations.ts'
import { headline } from './terminal/headline.ts'
import { inapplicable } from './terminal/inapplicable.ts'
import { notes } from './terminal/notes.ts'
import { pageFor, type Page } from './terminal/page.ts'
import { profiles } from './terminal/profiles.ts'
import { steadiness } from './terminal/steadiness.ts'
import { topics } from './terminal/topics.ts'
import { untestable } from './terminal/untestable.ts'
import { verdict } from './terminal/verdict.ts'
import { violations } from './terminal/violations.ts'

/** The summary for people: what was judged, everything that is wrong with its evidence, the verdict last. */
export function terminalReporter(sink: Sink, options: ReporterOptions): Reporter {
  return reportAtEnd(sink, (report) => renderTerminal(report, options))
}

export function renderTerminal(report: Report, options: ReporterOptions): string {
  const page = pageFor(report, options)
  const parts: readonly ((page: Page) => string[])[] = [
    headline,
    topics,
    violations,
    untestable,
    notes,
    deviations,
    outdated,
    ...(options.reasons === true ? [inapplicable] : []),
    steadiness,
    profiles,
    verdict,
  ]
  const said = parts.map((part) => part(page)).filter((lines) => lines.length > 0)
  return `\n${said.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
