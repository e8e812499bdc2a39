import type { Report } from '../fold.ts'
import { count, counted } from '../quantity.ts'
import { circumstancesOf } from './circumstances.ts'
import type { Comparison } from './compare-runs.ts'

/** A line above the changes: raw text, which a renderer makes visible. */
export interface HeadLine {
  readonly label: 'before' | 'after' | 'differs'
  readonly text: string
}

/** Which two runs are compared, and what else is different about them. */
export function headOf(comparison: Comparison): HeadLine[] {
  const differing = circumstancesOf(comparison).map(
    ({ name, before = 'none', after = 'none' }) => `${name} ${before} → ${after}`,
  )
  return [
    { label: 'before', text: describe(comparison.before) },
    { label: 'after', text: describe(comparison.after) },
    ...(differing.length === 0 ? [] : [{ label: 'differs' as const, text: someOf(differing) }]),
  ]
}

/** An SDK without dependencies differs from one with them in all of them: enough to see that, all are in the json. */
const mostDiffering = 8

function someOf(differing: readonly string[]): string {
  const left = differing.length - mostDiffering
  return [...differing.slice(0, mostDiffering), ...(left > 0 ? [`and ${count(left)} more`] : [])].join(' · ')
}

function describe({ header }: Report): string {
  const subjects = header.subjects.map(({ id, version, runtime, runtimeVersion }) => {
    const named = id.includes(version) ? id : `${id} (${version})`
    return `${named} on ${runtime} ${runtimeVersion}`
  })
  const what = header.replay === undefined ? `suite ${header.suite}` : `replay of ${header.replay}`
  return [subjects.join(', '), what, counted(header.planned, 'case'), `seed ${header.seed}`].join(' · ')
}
