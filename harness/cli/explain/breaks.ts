import type { Contract } from '../../model/contract.ts'
import { faults } from '../../faults/index.ts'

/** The planted faults that it has to catch. */
export function breaksOf({ falsifiedBy }: Contract): string[] {
  const lines = Object.entries(falsifiedBy).flatMap(([statement, ids]) =>
    ids.map((id) => `  ${statement === '*' ? '' : `${statement}  `}${id}: ${faults[id]?.title ?? ''}`),
  )
  return ['Would be broken by:', ...lines]
}
