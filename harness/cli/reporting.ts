import { closeSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { reporters, type ReportKind } from '../../reports/reporters/index.ts'
import { progressReporter } from '../../reports/reporters/progress.ts'
import type { Reporter, ReporterOptions } from '../../reports/reporters/reporter.ts'
import type { Console } from './console.ts'
import { nearest } from '../load/nearest.ts'
import { UsageError } from './usage-error.ts'

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
  const { stderr } = console
  const options = { colour: stderr.colour, width: stderr.width }
  const sink = { write: (text: string): void => stderr.write(text) }
  const progress = progressReporter(sink, { ...options, live: stderr.isTerminal, clock: now })
  const summary = requests.some((request) => kindOf(request) === 'terminal') ? [] : [reporters.terminal(sink, options)]
  return [progress, ...asked, ...summary]
}

/** A report in a file that is opened before anything runs, so that a wrong path costs nothing. */
export function openReport(request: string, { cwd, stdout }: Console): Reporter {
  const kind = kindOf(request)
  const path = pathOf(request)
  if (path === undefined) {
    return reporters[kind]({ write: stdout.write }, { colour: stdout.colour, width: stdout.width })
  }
  const options: ReporterOptions = { colour: false, width: fileWidth }
  const file = openFile(resolve(cwd, path), path)
  const reporter = reporters[kind]({ write: (text) => void writeSync(file, text) }, options)
  return {
    event: (event) => reporter.event(event),
    end: async () => {
      await reporter.end?.()
      closeSync(file)
    },
  }
}

/** Writes what is made in one piece: a file, or without a path, or with `-`, stdout. */
export function writeWhole({
  render,
  out = '-',
  console: { cwd, stdout },
}: {
  render: (options: ReporterOptions) => string
  out?: string | undefined
  console: Console
}): void {
  if (out === '-') return stdout.write(render({ colour: stdout.colour, width: stdout.width }))
  const file = openFile(resolve(cwd, out), out)
  writeSync(file, render({ colour: false, width: fileWidth }))
  closeSync(file)
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

function openFile(absolute: string, written: string): number {
  try {
    return openSync(absolute, 'w')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    const why = {
      ENOENT: 'its folder does not exist',
      EACCES: 'it may not be written',
      EISDIR: 'it is a folder',
      EROFS: 'the disk is read-only',
    }[code]
    throw new UsageError(
      `opened the report ${written} for writing: ${why ?? code}. Nothing was run. Name a file that can be written.`,
    )
  }
}
