import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppFile } from '../../model/fixture-app.ts'

/** Lies beside what `fixture` wrote, and says what that was: so that it overwrites nothing else. */
export const listName = '.base44-conformance-fixture.json'

/** Path → digest of its text. */
export type WrittenList = Readonly<Record<string, string>>

/** What was written there before; undefined where that was nothing, or cannot be told. */
export function readList(folder: string): WrittenList | undefined {
  const path = join(folder, listName)
  if (!existsSync(path)) return undefined
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files?: unknown }
    if (typeof files !== 'object' || files === null) return undefined
    // A list that somebody else wrote may name anything; what leads out of the folder is none of its files.
    return Object.fromEntries(
      Object.entries(files as WrittenList).filter(([name]) => !/^\/|(^|[\\/])\.\.|:/.test(name)),
    )
  } catch {
    return undefined
  }
}

export function listText(files: readonly AppFile[], revision: number): string {
  const digests = Object.fromEntries(files.map(({ path, text }) => [path, digestOf(text)]))
  return `${JSON.stringify({ revision, files: digests }, null, 2)}\n`
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
