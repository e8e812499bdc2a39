import type { Mismatch } from '../harness/model/verdict.ts'
import { showMismatch } from './show-mismatch.ts'
import { visible } from './visible.ts'

/** What was seen instead of the promise, in one line: where, and what was there if that is short. */
export function insteadOf(mismatch: Mismatch): string {
  const { sentence, observed } = showMismatch(mismatch, { width: shortest, lines: 3 })
  if (mismatch.kind === 'absent') return sentence
  const [first = '', ...rest] = observed
  const seen = rest.length === 0 ? first.trim() : visible(mismatch.observedClass)
  return seen === '' || seen.length > shortest ? sentence : `${sentence}: ${seen}`
}

/** Room for what was seen, so that the line stays one. */
const shortest = 60
