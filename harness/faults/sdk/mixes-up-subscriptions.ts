import type { Fault } from '../../model/fault.ts'
import { objectFrom } from '../../language/own.ts'

export const mixesUpSubscriptions: Fault = {
  id: 'sdk/mixes-up-subscriptions',
  title: 'what is meant for one subscriber another one is told',
  observation: (seen) => {
    const names = Object.keys(seen.notified)
    const mixed = names.map(
      (name, at) => [names[(at + 1) % names.length] as string, seen.notified[name] ?? []] as const,
    )
    return { ...seen, notified: objectFrom(mixed) as typeof seen.notified }
  },
}
