import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Deviation } from '../../model/deviation.ts'

/** The files that go with an entry: its own, and its repair where no entry that stays names it. */
export function filesOfEntry({
  entry,
  file,
  staying,
}: {
  entry: Deviation
  file: string
  staying: readonly Deviation[]
}): string[] {
  const { repair } = entry
  if (repair === undefined || staying.some((other) => other.repair === repair)) return [file]
  return [file, ...[join(dirname(file), repair)].filter((each) => existsSync(each))]
}
