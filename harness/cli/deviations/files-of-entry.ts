import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Deviation } from '../../model/deviation.ts'

/** The files that go with an entry: its own, its script, and its repair where no entry that stays names it. */
export function filesOfEntry({
  entry,
  file,
  staying,
}: {
  entry: Deviation
  file: string
  staying: readonly Deviation[]
}): string[] {
  const { repair, script } = entry
  const isShared = staying.some((other) => other.repair === repair)
  const beside = [script, isShared ? undefined : repair].flatMap((name) => name ?? [])
  return [file, ...beside.map((name) => join(dirname(file), name)).filter((each) => existsSync(each))]
}
