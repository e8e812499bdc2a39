import type { Encoded } from '../../model/value.ts'
import type { Observation } from '../../model/outcome.ts'
import { objectFrom } from '../../language/own.ts'

/** The calls of one callback: each a list of arguments. */
export type Calls = readonly (readonly Encoded[])[]

/** Changes what each callback heard. */
export function mapCalls(observation: Observation, map: (calls: Calls) => Calls): Observation {
  const changed = Object.entries(observation.notified).map(([name, calls]) => [name, map(calls)] as const)
  return { ...observation, notified: objectFrom(changed) as Observation['notified'] }
}

/** Changes the first argument of each call of each callback. */
export function mapFirstArgument(observation: Observation, map: (argument: Encoded) => Encoded): Observation {
  return mapCalls(observation, (calls) =>
    calls.map(([first, ...rest]) => (first === undefined ? [] : [map(first), ...rest])),
  )
}
