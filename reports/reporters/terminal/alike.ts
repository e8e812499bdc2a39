import type { CaseEvent } from '../../../harness/model/event.ts'
import type { Finding } from '../../fold.ts'
import { visible } from '../../visible.ts'

/** Findings that say the same: rows of one contract that fail in one way. The first of each stands for the others. */
export function groupAlike(findings: readonly Finding[]): Finding[][] {
  return [...Map.groupBy(findings, wayOf).values()]
}

function wayOf({ result: { event }, violation: { step, mismatch } }: Finding): string {
  const { kind, expectation, stablePath, observedClass } = mismatch
  return JSON.stringify([event.contract.id, event.subject, step, kind, expectation, stablePath, observedClass])
}

/** `row a`, `rows a, b and c`; nothing for a contract without rows. */
export function sayRows(events: readonly Pick<CaseEvent, 'contract'>[]): string | undefined {
  const rows = [...new Set(events.flatMap(({ contract: { row } }) => (row === undefined ? [] : [visible(row)])))]
  const last = rows.pop()
  if (last === undefined) return undefined
  return rows.length === 0 ? `row ${last}` : `rows ${rows.join(', ')} and ${last}`
}
