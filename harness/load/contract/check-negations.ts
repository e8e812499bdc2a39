import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf } from '../look.ts'
import { actionsOf, failures, successes } from './actions.ts'

/** `$not` alone would hold of nearly everything. */
export function checkNegations({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  for (const { step, path } of actionsOf(contract)) {
    for (const key of [...failures, ...successes]) {
      if (fieldOf(fieldOf(step, key), '$not') === undefined) continue
      const wanted = 'what must be seen, with `$not` beside or inside it'
      complain({ path: [...path, key, '$not'], part: 'key', seen: '`$not` alone', wanted })
    }
  }
}
