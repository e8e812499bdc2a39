import { counted } from '../../../reports/quantity.ts'
import { visible } from '../../../reports/visible.ts'
import type { Deviation } from '../../model/deviation.ts'
import type { Fate, Unjudged } from './find-stale.ts'

/** An entry, what the run says about it, and the files that go. */
export interface Weighed {
  readonly entry: Deviation
  readonly fate: Fate
  /** As the user would write them. */
  readonly removed: readonly string[]
}

/** What was removed, what has to be mended by hand, and what the run says nothing about. */
export function sayPruned({
  weighed,
  folder,
  log,
  dryRun,
}: {
  weighed: readonly Weighed[]
  folder: string
  log: string
  dryRun: boolean
}): string {
  const removed = weighed.filter(({ fate }) => fate.kind === 'stale')
  const wrote = dryRun ? 'Would remove' : 'Removed'
  const lines = [
    removed.length === 0
      ? `Nothing to remove from ${folder}: ${log} shows none of its ${counted(weighed.length, 'deviation')} to be stale.`
      : `${wrote} ${counted(removed.length, 'stale deviation')} from ${folder}, as ${log} shows:`,
    ...removed.flatMap(sayRemoved),
    ...weighed.flatMap(sayPartly),
    ...sayUnjudged(weighed),
  ]
  return `${lines.join('\n')}\n`
}

function sayRemoved({ entry, fate, removed }: Weighed): string[] {
  if (fate.kind !== 'stale') return []
  const { versions, otherwise } = fate
  const exact = entry.versions === versions.join(' || ')
  return [
    ...removed.map((file) => `  ${file}`),
    ...otherwise.map((way) => `    its witness fails otherwise now: ${visible(way)}; deviations write records that`),
    ...(exact ? [] : [`    its range was ${entry.versions}, judged was ${versions.join(', ')}`]),
  ]
}

function sayPartly({ entry, fate }: Weighed): string[] {
  if (fate.kind !== 'partly-stale') return []
  return [
    `! ${entry.id} stays: stale on ${fate.stale.join(', ')}, deviating on ${fate.deviating.join(', ')}. ` +
      `Change its range (${entry.backend === undefined ? 'sdk' : 'backend'}: '${entry.sdk ?? entry.backend}' in ${entry.place.file}) so that it leaves out the first.`,
  ]
}

function sayUnjudged(weighed: readonly Weighed[]): string[] {
  const by = Map.groupBy(weighed, ({ fate }) => (fate.kind === 'unjudged' ? fate.why : undefined))
  return [...by].flatMap(([why, entries]) => {
    if (why === undefined) return []
    const ids = entries.map(({ entry }) => entry.id)
    return [`· ${counted(ids.length, 'entry', 'entries')} left alone, ${words[why]}: ${briefly(ids)}`]
  })
}

/** Those nobody asked about are many; a few tell which kind they are. */
function briefly(ids: readonly string[]): string {
  return ids.length <= 4 ? ids.join(', ') : `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more`
}

const words: Readonly<Record<Unjudged, string>> = {
  'out-of-range': 'no judged version is in the range',
  'cut-short': 'the run did not get to its end',
  'not-run': 'the case was not run',
  'not-looked-at': 'the run did not look at recorded deviations, or at this one',
  'changed-since': 'changed since the run',
  'not-testable': 'the case could not be put to the test',
}
