import { count, counted } from '../quantity.ts'
import { changeKinds } from './change-of.ts'
import type { Comparison } from './compare-runs.ts'
import { changeWords } from './words.ts'

/** The comparison in one sentence. */
export function comparisonVerdict({ changes, same, exitCode }: Comparison): { mark: string; sentence: string } {
  const unchanged = counted(same, 'case is as it was', 'cases are as they were')
  if (changes.length === 0) return { mark: '✓', sentence: `Nothing changed: ${unchanged}.` }
  const counts = changeKinds
    .map((kind) => ({ name: changeWords[kind].name, amount: changes.filter((change) => change.kind === kind).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ name, amount }) => `${count(amount)} ${name}`)
  const opening = exitCode === 0 ? 'Nothing broke' : 'Something is lost'
  return { mark: exitCode === 0 ? '✓' : '✗', sentence: `${opening}: ${counts.join(', ')}; ${unchanged}.` }
}
