import { SubjectError } from '../execute/subjects/subject-error.ts'
import type { Console } from './console.ts'
import { UsageError } from './usage-error.ts'

/** Says what went wrong, to whoever can mend it, and gives the exit code for it. */
export function exitCodeOfError(error: unknown, { stderr }: Console): number {
  if (error instanceof UsageError) {
    stderr.write(`${error.message}\n`)
    return 2
  }
  if (error instanceof SubjectError) {
    stderr.write(`${error.message}\n`)
    return 5
  }
  if (error instanceof Error && error.name === 'AbortError') {
    stderr.write('Interrupted before anything was judged.\n')
    return 130
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  stderr.write(`This is a mistake in base44-conformance itself; please report it with the lines below.\n${detail}\n`)
  return 4
}
