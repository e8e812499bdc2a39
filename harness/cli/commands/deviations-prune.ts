import { rmSync } from 'node:fs'
import { relative } from 'node:path'
import type { Console } from '../console.ts'
import { entriesFolder } from '../deviations/entries-folder.ts'
import { filesOfEntry } from '../deviations/files-of-entry.ts'
import { fateOf } from '../deviations/find-stale.ts'
import { recordedEntries } from '../deviations/recorded-entries.ts'
import { sayPruned, type Weighed } from '../deviations/say-pruned.ts'
import type { Home } from '../home.ts'
import { readLog } from '../kept-logs.ts'

/** What `deviations prune` may be asked. */
export interface PruneRequest {
  readonly log?: string
  /** The folder to remove from. */
  readonly from?: string
  readonly dryRun?: boolean
}

/** Removes the entries that the last run showed to be stale, and nothing that it did not judge. */
export async function deviationsPruneCommand({
  request,
  console,
  home,
}: {
  request: PruneRequest
  console: Console
  home: Home
}): Promise<number> {
  const { cwd, stderr } = console
  const folder = entriesFolder({ named: request.from, cwd, home })
  const { path: log, report } = readLog({ path: request.log, cwd })
  const { inFolder } = await recordedEntries({ home, folder })
  const judged = inFolder.map(({ entry, file }) => ({ entry, file, fate: fateOf(entry, report) }))
  const staying = judged.flatMap(({ entry, fate }) => (fate.kind === 'stale' ? [] : [entry]))
  const gone = new Set<string>()
  const weighed = judged.map(({ entry, file, fate }): Weighed => {
    const files = fate.kind === 'stale' ? filesOfEntry({ entry, file, staying }).filter((each) => !gone.has(each)) : []
    for (const each of files) gone.add(each)
    return { entry, fate, removed: files.map((each) => relative(cwd, each)) }
  })
  if (request.dryRun !== true) for (const file of gone) rmSync(file)
  stderr.write(sayPruned({ weighed, folder: folder.shown, log, dryRun: request.dryRun === true }))
  return 0
}
