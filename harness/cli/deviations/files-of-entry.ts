import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Deviation } from '../../model/deviation.ts'

/** The files that go with an entry: its own, and its script with the repair where no entry that stays names it. */
export function filesOfEntry({
  entry,
  file,
  staying,
}: {
  entry: Deviation
  file: string
  staying: readonly Deviation[]
}): string[] {
  const { repro } = entry
  if (repro === undefined || staying.some((other) => other.repro === repro)) return [file]
  const repair = repro.replace(/\.repro\.mjs$/, '.repair.patch')
  const beside = [...new Set([repro, repair])].map((name) => join(dirname(file), name))
  return [file, ...beside.filter((each) => existsSync(each))]
}
