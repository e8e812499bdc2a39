import { badgeReporter } from './badge.ts'
import { ctrfReporter } from './ctrf.ts'
import { githubReporter } from './github.ts'
import { jsonReporter } from './json.ts'
import { junitReporter } from './junit.ts'
import { markdownReporter } from './markdown.ts'
import { ndjsonReporter } from './ndjson.ts'
import type { CreateReporter } from './reporter.ts'
import { sarifReporter } from './sarif.ts'
import { terminalReporter } from './terminal.ts'

export type ReportKind = 'terminal' | 'ndjson' | 'json' | 'junit' | 'markdown' | 'github' | 'sarif' | 'ctrf' | 'badge'

/** Every kind of report that `--report kind=path` may name. */
export const reporters: Readonly<Record<ReportKind, CreateReporter>> = {
  terminal: terminalReporter,
  ndjson: ndjsonReporter,
  json: jsonReporter,
  junit: junitReporter,
  markdown: markdownReporter,
  github: githubReporter,
  sarif: sarifReporter,
  ctrf: ctrfReporter,
  badge: badgeReporter,
}
