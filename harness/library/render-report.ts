import { reporters, type ReportKind } from '../../reports/reporters/index.ts'
import type { Event } from '../model/event.ts'

/** How a report for people looks; what machines read is the same with each of them. */
export interface RenderOptions {
  /** With the colours of a terminal. Default: false. */
  readonly colour?: boolean
  /** Columns that a line may have. Default: 100. */
  readonly width?: number
}

/**
 * The report of a kind, as text, from the events of one run: what `--report kind` writes. A pure function of them.
 *
 * @throws {Error} where the events do not begin with a header
 */
export function renderReport(
  events: Iterable<Event>,
  kind: ReportKind,
  { colour = false, width = 100 }: RenderOptions = {},
): string {
  let text = ''
  const reporter = reporters[kind]({ write: (more) => void (text += more) }, { colour, width })
  for (const event of events) reporter.event(event)
  // Reporters that write into nothing but text have ended when this returns.
  void reporter.end?.()
  return text
}
