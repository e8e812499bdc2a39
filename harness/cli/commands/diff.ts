import { compareRuns } from '../../../reports/compare/compare-runs.ts'
import { comparisonRenderers, type ComparisonKind } from '../../../reports/compare/renderers.ts'
import type { Report } from '../../../reports/fold.ts'
import { count, counted } from '../../../reports/quantity.ts'
import type { Console } from '../console.ts'
import { readLog } from '../kept-logs.ts'
import { writeWhole } from '../reporting.ts'
import { UsageError } from '../usage-error.ts'

export const diffKinds: readonly string[] = Object.keys(comparisonRenderers)

export interface DiffRequest {
  readonly as: ComparisonKind
  readonly out?: string
}

/** Two runs next to each other, from their logs and nothing else. */
export async function diffCommand({
  before,
  after,
  request: { as, out },
  console,
}: {
  before: string
  /** Left out: the last run in this folder. */
  after: string | undefined
  request: DiffRequest
  console: Console
}): Promise<number> {
  const comparison = compareRuns(wholeRun(before, console), wholeRun(after, console))
  writeWhole({ render: (options) => comparisonRenderers[as](comparison, options), out, console })
  return comparison.exitCode
}

/** A run that did not get to its end would have everything that it did not get to called lost. */
function wholeRun(named: string | undefined, { cwd }: Console): Report {
  const { path, report } = readLog({ path: named, cwd })
  const { header, results, incomplete } = report
  // A header of another program, or of a release to come, has what a type cannot promise.
  if (Number(header.schema) !== 1 || !Array.isArray(header.subjects)) {
    throw new UsageError(
      `compared the run of ${path}: its header is none of schema 1, which this release reads. Name a log that base44-conformance run --report ndjson=<path> wrote.`,
    )
  }
  if (incomplete === undefined) return report
  const told = `it tells of ${count(results.length)} of ${counted(header.planned, 'planned case')}`
  const cut = incomplete.lacksFooter ? 'it is cut off before its end' : 'the run was ended before its end'
  throw new UsageError(
    `compared the run of ${path}: ${cut}; ${told}. What is missing would count as lost. Run it again to its end, or name another log.`,
  )
}
