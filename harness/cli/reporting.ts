import { closeSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { reporters, type ReportKind } from '../../reports/reporters/index.ts'
import { progressReporter } from '../../reports/reporters/progress.ts'
import type { Reporter, ReporterOptions, Sink } from '../../reports/reporters/reporter.ts'
import type { Console } from './console.ts'
import { nearest } from '../load/nearest.ts'
import { openForWriting } from './open-for-writing.ts'
import { openStepSummary } from './step-summary.ts'
import { UsageError } from './usage-error.ts'
import { withoutCommands } from './without-commands.ts'

/** Wide enough for a page, where no terminal says how wide it is. */
const fileWidth = 100

export const reportKinds: readonly string[] = Object.keys(reporters)

/** Everything that is told of a run: a live line and the summary for people, and each report that was asked for. */
export function openReporters({
  requests,
  console,
  now,
}: {
  /** `kind` or `kind=path`, as the user wrote them. */
  requests: readonly string[]
  console: Console
  readonly now: () => number
}): Reporter[] {
  refuseSamePlace(requests, console)
  const asked = requests.map((request) => openReport(request, console))
  const { stderr, environment } = console
  const options = { colour: stderr.colour, width: stderr.width }
  const sink = { write: (text: string): void => stderr.write(withoutCommands(text, environment)) }
  const progress = progressReporter(sink, { ...options, live: stderr.isTerminal, clock: now })
  const summary = requests.some((request) => kindOf(request) === 'terminal') ? [] : [reporters.terminal(sink, options)]
  return [progress, ...asked, ...summary]
}

/** A report in a file that is opened before anything runs, so that a wrong path costs nothing. */
export function openReport(request: string, console: Console): Reporter {
  const kind = kindOf(request)
  const target = openTarget(pathOf(request), console)
  const summary = kind === 'github' ? openStepSummary(console.environment) : undefined
  const reporter = reporters[kind](target.sink, { ...target.options, ...(summary && { summary }) })
  return {
    event: (event) => reporter.event(event),
    end: async () => {
      await reporter.end?.()
      target.close?.()
      summary?.close()
    },
  }
}

interface Target {
  readonly sink: Sink
  readonly options: ReporterOptions
  readonly close?: () => void
}

function openTarget(path: string | undefined, { cwd, stdout }: Console): Target {
  if (path === undefined) {
    return { sink: { write: stdout.write }, options: { colour: stdout.colour, width: stdout.width } }
  }
  const file = openForWriting({ path: resolve(cwd, path), called: `the report ${path}` })
  return {
    sink: { write: (text) => void writeSync(file, text) },
    options: { colour: false, width: fileWidth },
    close: () => closeSync(file),
  }
}

/** Writes what is made in one piece: a file, or without a path, or with `-`, stdout. */
export function writeWhole({
  render,
  out = '-',
  console,
}: {
  render: (options: ReporterOptions) => string
  out?: string | undefined
  console: Console
}): void {
  const { sink, options, close } = openTarget(out === '-' ? undefined : out, console)
  sink.write(render(options))
  close?.()
}

/** Two reports in one place would be none. */
function refuseSamePlace(requests: readonly string[], { cwd }: Console): void {
  const taken = new Map<string | undefined, string>()
  for (const request of requests) {
    const path = pathOf(request)
    const place = path === undefined ? undefined : resolve(cwd, path)
    const other = taken.get(place)
    if (other !== undefined) {
      throw new UsageError(
        `read --report ${other} and --report ${request}: both go to ${path ?? 'stdout'}. Give each its own path, as kind=path.`,
      )
    }
    taken.set(place, request)
  }
}

/** Nothing for stdout. */
function pathOf(request: string): string | undefined {
  const path = request.includes('=') ? request.slice(request.indexOf('=') + 1) : '-'
  return path === '-' ? undefined : path
}

function kindOf(request: string): ReportKind {
  const kind = request.split('=')[0] as string
  if (Object.hasOwn(reporters, kind)) return kind as ReportKind
  const guess = nearest(kind, reportKinds)
  throw new UsageError(
    `read --report ${request}: there is no report "${kind}"${guess === undefined ? '' : `; did you mean ${guess}?`} Reports: ${reportKinds.join(', ')}, as kind=path.`,
  )
}
