import type { CaseEvent } from '../harness/model/event.ts'

/** What a case counts as, worst first. Every case that ran is exactly one of these. */
export const caseClasses = ['violated', 'untestable', 'warning', 'noted', 'deviating', 'inapplicable', 'holds'] as const
export type CaseClass = (typeof caseClasses)[number]

/**
 * Red is what a document promises with `must`; a violated `should` is a warning; what no document says, what
 * documents dispute, and what may be left out is noted. Where every violation is recorded, the case deviates.
 */
export function classOf({ contract, result, standing }: CaseEvent): CaseClass {
  if (result.verdict !== 'violated') return result.verdict
  if (standing.unexpected.length === 0) return 'deviating'
  if (contract.provenance.kind !== 'documented' || contract.level === 'may') return 'noted'
  return contract.level === 'should' ? 'warning' : 'violated'
}

/** Whether a class turns the run red. */
export function isRed(kind: CaseClass, { strict }: { strict: boolean }): boolean {
  return kind === 'violated' || kind === 'untestable' || (strict && kind === 'warning')
}
