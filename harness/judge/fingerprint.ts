import type { Mismatch } from '../model/verdict.ts'

/**
 * Names a way of failing, the same for every draw and every seed: case · step · expectation and key path,
 * cut at the first drawn value · kind of mismatch · observed class.
 */
export function fingerprintOf({
  caseId,
  step,
  mismatch,
}: {
  caseId: string
  /** Index from 0; shown from 1. */
  step: number
  mismatch: Mismatch
}): string {
  const path = [mismatch.expectation, ...mismatch.stablePath].join('.')
  return [caseId, `step ${step + 1}`, path, mismatch.kind, mismatch.observedClass].join(' · ')
}
