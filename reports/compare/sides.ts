import type { Violation } from '../../harness/model/verdict.ts'
import type { Result } from '../fold.ts'
import { counted } from '../quantity.ts'
import { visible } from '../visible.ts'
import { fingerprintsOf, stateOf } from './change-of.ts'
import type { Change } from './compare-runs.ts'
import { stateWords } from './words.ts'

/** One run's word on a case, and the violations to show of it. */
export interface Side {
  readonly label: 'before' | 'after'
  /** One line, everything in it visible. */
  readonly said: string
  readonly violations: readonly Violation[]
}

/** Both runs' words on a case. What both saw in the same way is counted, not shown again. */
export function sidesOf({ before, after }: Change): Side[] {
  return [
    sideOf({ label: 'before', result: before, other: after }),
    sideOf({ label: 'after', result: after, other: before }),
  ]
}

interface Seen {
  readonly label: Side['label']
  readonly result: Result | undefined
  readonly other: Result | undefined
}

function sideOf({ label, result, other }: Seen): Side {
  const known = fingerprintsOf(other)
  const all = result?.event.result.violations ?? []
  const violations = all.filter(({ fingerprint }) => !known.has(fingerprint))
  const shared = all.length - violations.length
  return { label, said: stateWords[stateOf(result)] + aside(result, shared), violations }
}

function aside(result: Result | undefined, shared: number): string {
  if (result === undefined) return ''
  const { verdict, runs, reason } = result.event.result
  if (verdict === 'holds') return `, ${counted(runs, 'draw')}`
  if (verdict !== 'violated') return reason === undefined ? '' : `: ${visible(reason)}`
  const recorded = result.known.map(({ deviation }) => `, recorded as ${visible(deviation.id)}`)
  const alike = shared === 0 ? '' : `, ${counted(shared, 'way')} as in the other run`
  return alike + [...new Set(recorded)].join('')
}
