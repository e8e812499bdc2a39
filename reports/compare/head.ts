import type { Report } from '../fold.ts'
import { counted } from '../quantity.ts'
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
    ...(differing.length === 0 ? [] : [{ label: 'differs' as const, text: differing.join(' · ') }]),
  ]
}

function describe({ header }: Report): string {
  const subjects = header.subjects.map(({ id, version, runtime, runtimeVersion }) => {
    const named = id.includes(version) ? id : `${id} (${version})`
    return `${named} on ${runtime} ${runtimeVersion}`
  })
  const what = header.replay === undefined ? `suite ${header.suite}` : `replay of ${header.replay}`
  return [subjects.join(', '), what, counted(header.planned, 'case'), `seed ${header.seed}`].join(' · ')
}
