import type { CaseResult, Violation } from '../model/verdict.ts'
import type { Contract } from '../model/contract.ts'

/**
 * Whether what was seen may say more of the machine than of the subject: something took too long, or came in
 * another order than it would have on a machine with nothing else to do.
 */
export function mightBeLoad({ violations }: CaseResult, contract: Contract): boolean {
  const together = contract.steps.some(({ kind }) => kind === 'together')
  return violations.some((violation) => tookTooLong(violation) || isAboutOrder(violation, together))
}

function tookTooLong({ mismatch: { kind, observedClass } }: Violation): boolean {
  return kind === 'timed-out' || (kind === 'crashed' && observedClass === 'blocked')
}

/**
 * What is heard or streamed has an order; what is sent has one that is not the caller's where calls overlap. What is
 * missing altogether is no matter of order: for a callback turns of the event loop are waited, not milliseconds.
 */
function isAboutOrder({ mismatch: { expectation, kind } }: Violation, together: boolean): boolean {
  if (kind !== 'different') return false
  return expectation === 'notifies' || expectation === 'streams' || together
}
