import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Event, HeaderEvent } from '../model/event.ts'
import { foldEvents, type Report } from '../../reports/fold.ts'
import { parseLog } from '../../reports/parse-log.ts'
import { ndjsonReporter } from '../../reports/reporters/ndjson.ts'
import type { Reporter } from '../../reports/reporters/reporter.ts'
import type { Console } from './console.ts'
import { UsageError } from './usage-error.ts'

/** Folder, in the working directory, that keeps what was run. */
export const keptFolder = '.base44-conformance'

/** Enough to look back, little enough to forget about. */
const mostLogs = 10

/** A run as a log tells it. */
export interface ReadLog {
  /** As the user would write it. */
  readonly path: string
  readonly events: readonly Event[]
  readonly report: Report
}

/** Keeps the log of a run, line by line: what is killed leaves what it saw. A folder that may not be written costs only the log. */
export function keepLog({ cwd, stderr }: Pick<Console, 'cwd' | 'stderr'>): Reporter {
  const folder = join(cwd, keptFolder, 'runs')
  let file: number | undefined
  let open: Reporter | undefined
  const start = (header: HeaderEvent): void => {
    try {
      file = newLog(folder, header)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error)
      stderr.write(`The log of this run is not kept: ${folder} cannot be written (${code}).\n`)
    }
  }
  return {
    event(event: Event) {
      if (event.kind === 'header') start(event)
      if (file === undefined) return
      const to = file
      open ??= ndjsonReporter({ write: (text) => void writeSync(to, text) })
      open.event(event)
    },
    end() {
      if (file === undefined) return
      closeSync(file)
      for (const old of logsIn(folder).slice(0, -mostLogs)) rmSync(join(folder, old), { force: true })
    },
  }
}

/** The log that is named, or the one of the last run in this folder. */
export function readLog({ path, cwd }: { path: string | undefined; cwd: string }): ReadLog {
  const found = path ?? lastLog(cwd)
  if (found === undefined) {
    throw new UsageError(
      `looked for the last run in ${join(cwd, keptFolder)}: nothing was run in this folder yet. Run base44-conformance run first, or name a log (base44-conformance run --report ndjson=run.ndjson).`,
    )
  }
  return { path: found, ...readEvents(found, cwd) }
}

/** The log of the last run in this folder, where there is one. */
export function lastLog(cwd: string): string | undefined {
  const last = logsIn(join(cwd, keptFolder, 'runs')).at(-1)
  return last === undefined ? undefined : join(keptFolder, 'runs', last)
}

/** Names sort as the runs began. */
function newLog(folder: string, { startedAt, seed }: HeaderEvent): number {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '..', '.gitignore'), '*\n')
  return openSync(join(folder, `${startedAt.replaceAll(/[:.]/g, '-')}-${seed}-${process.pid}.ndjson`), 'wx')
}

function logsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ndjson'))
      .sort()
  } catch {
    return []
  }
}

function readEvents(path: string, cwd: string): Omit<ReadLog, 'path'> {
  try {
    const events = parseLog(readFileSync(resolve(cwd, path), 'utf8'))
    return { events, report: foldEvents(events) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const seen = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message
    throw new UsageError(
      `read the event log ${path}: ${seen}. A log is what base44-conformance run --report ndjson=<path> writes.`,
    )
  }
}
