import type { Encoded } from '../../model/value.ts'
import type { Seat } from '../../model/contract.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'

/** Rule 8: what a contract looks at decides whom it can judge. */
export function seatsOf(contract: Encoded): readonly Seat[] {
  return looksAtTheSdk(contract) ? ['sdk'] : ['sdk', 'backend']
}

function looksAtTheSdk(contract: Encoded): boolean {
  const configured = fieldsOf(fieldOf(fieldOf(contract, 'given'), 'clients')).some(
    ([, client]) => fieldOf(client, 'config') !== undefined,
  )
  return (
    configured ||
    itemsOf(fieldOf(contract, 'steps')).some((step) => sdkOnly.some((key) => fieldOf(step, key) !== undefined))
  )
}

const sdkOnly = ['sends', 'answers', 'construct', 'read'] as const
