import type { ExitCode, Totals } from '../harness/model/event.ts'

/**
 * What was found, as an exit code; the first that applies. What keeps a run from finding anything (130, 2, 4, 5)
 * is the command's to say. `strict` makes warnings red.
 */
export function exitCodeOf(totals: Totals, { strict }: { strict: boolean }): ExitCode {
  const red = totals.violated + totals.untestable + totals.notRun + (strict ? (totals.warnings ?? 0) : 0)
  if (red > 0) return 1
  return totals.stale + totals.expired > 0 ? 3 : 0
}
