import { openSync } from 'node:fs'
import { UsageError } from './usage-error.ts'

/** Opens a file before anything runs, so that a wrong path costs nothing. `called` is what the user knows it by. */
export function openForWriting({
  path,
  called,
  appending = false,
}: {
  readonly path: string
  readonly called: string
  readonly appending?: boolean
}): number {
  try {
    return openSync(path, appending ? 'a' : 'w')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new UsageError(
      `opened ${called} for writing: ${reasons[code] ?? code}. Nothing was run. Name a file that can be written.`,
    )
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'it may not be written',
  EISDIR: 'it is a folder',
  EROFS: 'the disk is read-only',
}
