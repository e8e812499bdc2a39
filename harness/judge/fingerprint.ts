import type { Mismatch } from '../model/verdict.ts'

/**
 * Names a way of failing, the same for every draw and every seed: case · step · expectation and key path,
 * cut at the first drawn value · kind of mismatch · observed class. A step of a model has a name instead of a number,
 * and its path ends at the first place in a list: how many commands came before is drawn.
 */
export function fingerprintOf({
  caseId,
  step,
  named,
  mismatch,
}: {
  caseId: string
  /** Index from 0; shown from 1. */
  step: number
  named?: string | undefined
  mismatch: Mismatch
}): string {
  const inside = named === undefined ? mismatch.stablePath : untilFirstNumber(mismatch.stablePath)
  const path = [mismatch.expectation, ...inside].join('.')
  return [caseId, `step ${named ?? step + 1}`, path, mismatch.kind, mismatch.observedClass].join(' · ')
}

function untilFirstNumber(path: Mismatch['stablePath']): Mismatch['stablePath'] {
  const at = path.findIndex((key) => typeof key === 'number')
  return at === -1 ? path : path.slice(0, at)
}
