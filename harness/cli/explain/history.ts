import type { Result } from '../../../reports/fold.ts'
import type { Console } from '../console.ts'
import { lastLog, readLog, type ReadLog } from '../kept-logs.ts'
import { UsageError } from '../usage-error.ts'

/** What a log tells of one contract; nothing where there is no log. */
export interface History {
  readonly log?: ReadLog
  /** Of the contract, or of one row of it; on every subject. */
  readonly results: readonly Result[]
  /** Why the last log, which nobody named, cannot be read. */
  readonly unreadable?: string
}

/** The log that was named, else the last of this folder: there need be none. */
export function historyOf({
  contract,
  row,
  log: path,
  console: { cwd },
}: {
  contract: string
  row: string | undefined
  log: string | undefined
  console: Console
}): History {
  if (path === undefined && lastLog(cwd) === undefined) return { results: [] }
  try {
    const log = readLog({ path, cwd })
    const own = log.report.results.filter(({ event: { contract: one } }) => one.id === contract)
    return { log, results: row === undefined ? own : own.filter(({ event }) => event.contract.row === row) }
  } catch (error) {
    if (path !== undefined || !(error instanceof UsageError)) throw error
    return { results: [], unreadable: error.message }
  }
}
