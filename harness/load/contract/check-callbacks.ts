import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { suggest } from '../nearest.ts'

/** `notifies` speaks of callbacks that were handed in. */
export function checkCallbacks({
  contract,
  callbacks,
  complain,
}: {
  contract: Encoded
  callbacks: ReadonlySet<string>
  complain: Complain
}): void {
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    for (const [name] of fieldsOf(fieldOf(step, 'notifies'))) {
      if (callbacks.has(name)) continue
      const path = ['steps', index, 'notifies', name]
      complain({
        path,
        part: 'key',
        seen: `\`${name}\`, which is no \`$callback\``,
        wanted: suggest(name, [...callbacks]),
      })
    }
  }
}
