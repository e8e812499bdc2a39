import type { Console } from '../console.ts'
import { readLog } from '../kept-logs.ts'
import { openReport } from '../reporting.ts'

export interface ReportRequest {
  /** A kind of report. */
  readonly as: string
  readonly out?: string
}

/** A run shown again: from its log and nothing else, so that it says what it said then. */
export async function reportCommand({
  log,
  request: { as, out },
  console,
}: {
  log: string | undefined
  request: ReportRequest
  console: Console
}): Promise<number> {
  // Read before the report is opened: it may be asked for in the place of the log.
  const { events } = readLog({ path: log, cwd: console.cwd })
  const reporter = openReport(out === undefined ? as : `${as}=${out}`, console)
  for (const event of events) reporter.event(event)
  await reporter.end?.()
  return 0
}
