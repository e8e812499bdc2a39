import type { Fault } from '../../model/fault.ts'
import { objectFrom } from '../../language/own.ts'

export const unsubscribeIgnored: Fault = {
  id: 'sdk/unsubscribe-ignored',
  title: 'a subscriber that stopped listening hears what the others hear',
  observation: (seen) => {
    const others = Object.values(seen.notified).find((calls) => calls.length > 0)
    if (others === undefined) return seen
    const heard = Object.entries(seen.notified).map(
      ([name, calls]) => [name, calls.length > 0 ? calls : others] as const,
    )
    return { ...seen, notified: objectFrom(heard) as typeof seen.notified }
  },
}
